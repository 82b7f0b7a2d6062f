package fr.cloisonne.identity.habilitation;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Substitute.State;
import fr.cloisonne.identity.habilitation.SubstituteRows.Line;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who is a firm's substitute, and how far that is. */
@Component
public class Substitutes {

    private final SubstituteRows rows;
    private final Habilitations habilitations;
    private final UserAccounts accounts;
    private final Firms firms;

    Substitutes(
            SubstituteRows rows, Habilitations habilitations, UserAccounts accounts, Firms firms) {
        this.rows = rows;
        this.habilitations = habilitations;
        this.accounts = accounts;
        this.firms = firms;
    }

    /**
     * The firm's substitute.
     *
     * @param asker needs {@link Right#DELEGATE} in the firm
     * @param firm the firm
     * @return nobody if none was named
     */
    @PlatformTransaction(readOnly = true)
    public Optional<Substitute> of(UserAccountId asker, FirmShortName firm) {
        FirmCard card = habilitations.requireInFirm(asker, firm, Right.DELEGATE);
        return rows.of(card.id()).map(this::read);
    }

    /**
     * The firms whose substitute a person is, and for which their session speaks.
     *
     * @param person who
     * @return one for each firm
     */
    @PlatformTransaction(readOnly = true)
    public List<Substitute> mine(UserAccountId person) {
        Predicate<FirmId> vouched = habilitations.vouchedFor(person);
        return rows.of(person).stream()
                .filter(line -> vouched.test(line.firm()))
                .map(this::read)
                .toList();
    }

    private Substitute read(Line line) {
        return new Substitute(
                firms.cards(List.of(line.firm())).getFirst(),
                accounts.card(line.person()),
                state(line),
                line.effective(),
                line.last(),
                line.begun() && !line.renewed());
    }

    private static State state(Line line) {
        if (line.begun()) {
            return State.ADMINISTERS;
        }
        if (line.effective() != null) {
            return State.CLAIMED;
        }
        return line.accepted() ? State.ACCEPTED : State.NAMED;
    }
}
