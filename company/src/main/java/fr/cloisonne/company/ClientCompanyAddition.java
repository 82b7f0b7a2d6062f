package fr.cloisonne.company;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.CompanyAlreadyThereException;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import org.springframework.stereotype.Service;

/**
 * A firm takes on a client company: a tenant of its own is made, whether or not another firm knows
 * the same SIREN. Two rows in the firm's chain frame the act: that it was asked for, written before
 * anything is made, and that the company is there; the second is missing where it failed.
 */
@Service
public class ClientCompanyAddition {

    private final Habilitations habilitations;
    private final Provision provision;
    private final AdditionAudit audit;

    ClientCompanyAddition(Habilitations habilitations, Provision provision, AdditionAudit audit) {
        this.habilitations = habilitations;
        this.provision = provision;
        this.audit = audit;
    }

    /**
     * Takes the company on.
     *
     * @param person who does it, with {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param form who the company is
     * @return where the company is now
     * @throws fr.cloisonne.identity.habilitation.NoSuchCompanyException if there is no such firm
     *     for this person
     * @throws fr.cloisonne.identity.habilitation.RightMissingException if the right is missing
     * @throws CompanyKnownException if the firm has this SIREN already
     * @throws IllegalArgumentException if SIRET, VAT number and SIREN do not belong together
     */
    public CompanyPath add(UserAccountId person, FirmShortName firm, CompanyForm form) {
        FirmCard card = habilitations.requireInFirm(person, firm, Right.MANAGE_COMPANIES);
        NewClientCompany company =
                new NewClientCompany(
                        card.id(),
                        form.siren(),
                        form.siret(),
                        form.vat(),
                        form.legalName().strip(),
                        form.address(),
                        form.iban(),
                        form.size());
        audit.asked(card.id(), person, form.siren());
        try {
            audit.added(card.id(), person, provision.provision(company));
        } catch (CompanyAlreadyThereException known) {
            throw new CompanyKnownException(form.siren(), known);
        }
        return new CompanyPath(firm, form.siren());
    }
}
