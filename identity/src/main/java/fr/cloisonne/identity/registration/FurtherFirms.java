package fr.cloisonne.identity.registration;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.account.ActivationId;
import fr.cloisonne.identity.account.Activations;
import fr.cloisonne.identity.account.AskBound;
import fr.cloisonne.identity.signin.FreshProof;
import fr.cloisonne.identity.signin.ProofNeededException;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One more firm for a person who has an account: to belong to one, or to open one. */
@Component
public class FurtherFirms {

    private final Registration registration;
    private final RegistrationKeeping keeping;
    private final RegistrationRows rows;
    private final Activations activations;
    private final UserAccounts accounts;
    private final FreshProof proof;
    private final AskBound bound;

    FurtherFirms(
            Registration registration,
            RegistrationKeeping keeping,
            RegistrationRows rows,
            Activations activations,
            UserAccounts accounts,
            FreshProof proof,
            AskBound bound) {
        this.registration = registration;
        this.keeping = keeping;
        this.rows = rows;
        this.activations = activations;
        this.accounts = accounts;
        this.proof = proof;
        this.bound = bound;
    }

    /**
     * Asks for one: a request to its administrators where it is here, and otherwise a firm to name.
     *
     * @param person who is signed in
     * @param siren the structure
     * @param siret its establishment, where that was given
     * @param capacity in what capacity
     * @param origin whence it comes
     * @return what comes of it
     * @throws ProofNeededException if the person has not proven themselves lately
     * @throws SignUpOffException if people come by invitation alone
     * @throws CompanyRefusedException if the directory does not know the company, or as closed
     * @throws fr.cloisonne.identity.account.AskedTooOftenException if too much comes from there
     */
    public FirmAnswer ask(
            UserAccountId person,
            Siren siren,
            @Nullable Siret siret,
            Capacity capacity,
            String origin) {
        proof.require(person);
        if (!registration.open()) {
            throw new SignUpOffException();
        }
        bound.require(origin);
        PersonCard card = accounts.card(person);
        RegistrationForm form =
                new RegistrationForm(
                        new EmailAddress(card.email()), card.name(), siren, siret, capacity);
        Registration.Known known = registration.known(siren, siret);
        return keeping.keepFor(card, form, known);
    }

    /**
     * What was typed with the person's address on the page for strangers.
     *
     * @param person who is signed in
     * @param activation which, as the mail's link names it
     * @return nothing unless it was their address, and nothing has come of it
     */
    @PlatformTransaction(readOnly = true)
    public Optional<FirmAsked> typed(UserAccountId person, ActivationId activation) {
        String key = new EmailAddress(accounts.card(person).email()).key();
        return activations
                .addressOf(activation)
                .filter(asked -> asked.key().equals(key))
                .flatMap(asked -> rows.find(activation))
                .map(one -> {
                    Siret siret = one.siret();
                    return new FirmAsked(
                            siret == null ? one.siren().value() : siret.value(), one.capacity());
                });
    }
}
