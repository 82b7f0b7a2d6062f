package fr.cloisonne.invoicing;

import static fr.cloisonne.invoicing.StatusFamily.ANNULEE;
import static fr.cloisonne.invoicing.StatusFamily.EN_COURS;
import static fr.cloisonne.invoicing.StatusFamily.PAYEE;
import static fr.cloisonne.invoicing.StatusFamily.REJETEE;
import static fr.cloisonne.invoicing.StatusFamily.VALIDEE;

import java.util.Arrays;
import java.util.List;

/** Where an invoice stands in its life, by the codes of the French life-cycle referential. */
public enum InvoiceStatus {
    DEPOSEE(200, EN_COURS),
    EMISE_PAR_LA_PLATEFORME(201, EN_COURS),
    RECUE_PAR_LA_PLATEFORME(202, EN_COURS),
    MISE_A_DISPOSITION(203, EN_COURS),
    PRISE_EN_CHARGE(204, EN_COURS),
    APPROUVEE(205, VALIDEE),
    APPROUVEE_PARTIELLEMENT(206, EN_COURS),
    EN_LITIGE(207, EN_COURS),
    SUSPENDUE(208, EN_COURS),
    COMPLETEE(209, EN_COURS),
    REFUSEE(210, REJETEE),
    PAIEMENT_TRANSMIS(211, PAYEE),
    ENCAISSEE(212, PAYEE),
    REJETEE_PAR_LA_PLATEFORME(213, REJETEE),
    VISEE(214, VALIDEE),
    ANNULEE_PAR_LE_VENDEUR(220, ANNULEE),
    ERREUR_DE_ROUTAGE(221, EN_COURS),
    DEMANDE_DE_PAIEMENT_DIRECT(224, EN_COURS),
    AFFACTUREE(225, EN_COURS),
    AFFACTUREE_CONFIDENTIEL(226, EN_COURS),
    CHANGEMENT_DE_COMPTE_A_PAYER(227, EN_COURS),
    NON_AFFACTUREE(228, EN_COURS),
    IRRECEVABLE(501, REJETEE);

    private final int code;
    private final StatusFamily family;

    InvoiceStatus(int code, StatusFamily family) {
        this.code = code;
        this.family = family;
    }

    /** The official code, which is what is stored and exchanged. */
    public int code() {
        return code;
    }

    public StatusFamily family() {
        return family;
    }

    /** The status of an official code; an unknown code is a programming error. */
    public static InvoiceStatus of(int code) {
        for (InvoiceStatus status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException("no invoice status " + code);
    }

    /** All statuses that people know under one word. */
    public static List<InvoiceStatus> of(StatusFamily family) {
        return Arrays.stream(values()).filter(status -> status.family == family).toList();
    }

    /** After these an invoice moves no more. */
    boolean closed() {
        return family == REJETEE || family == ANNULEE || this == ENCAISSEE;
    }
}
