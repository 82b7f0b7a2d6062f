package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.ShortNameTakenException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The names of firms in addresses. A new one leaves the old one leading to it for a year, for those
 * who hold something in the firm; nobody else ever gets the old one.
 */
@Component
public class FirmNaming {

    private static final Duration REDIRECTED = Duration.ofDays(365);

    private final Firms firms;
    private final Habilitations habilitations;
    private final FreshProof proof;
    private final AuditTrail audit;
    private final Clock clock;

    FirmNaming(
            Firms firms,
            Habilitations habilitations,
            FreshProof proof,
            AuditTrail audit,
            Clock clock) {
        this.firms = firms;
        this.habilitations = habilitations;
        this.proof = proof;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a firm another name.
     *
     * @param by needs {@link Right#DELEGATE} in the firm, and a fresh proof
     * @param firm as it is called now
     * @param next as it is to be called
     * @throws ShortNameTakenException if the name is taken, or ever was
     */
    @PlatformTransaction
    public void rename(UserAccountId by, FirmShortName firm, FirmShortName next) {
        FirmCard card = habilitations.requireInFirm(by, firm, Right.DELEGATE);
        proof.require(by);
        try {
            firms.rename(card.id(), next, clock.instant());
        } catch (DuplicateKeyException another) {
            throw new ShortNameTakenException(next);
        }
        audit.recordUse(
                card.id(),
                by,
                Right.DELEGATE,
                "firm.renamed",
                Map.of("from", firm.value(), "to", next.value()));
    }

    /**
     * How a firm is called now that had this name, for one who holds something in it.
     *
     * @param person who asks
     * @param former the name in an old address
     * @return nothing for everybody else, and after a year
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmShortName> now(UserAccountId person, FirmShortName former) {
        Instant since = clock.instant().minus(REDIRECTED);
        return firms.formerly(former, since)
                .filter(firm -> habilitations.firmsOf(person).contains(firm))
                .map(FirmCard::shortName);
    }
}
