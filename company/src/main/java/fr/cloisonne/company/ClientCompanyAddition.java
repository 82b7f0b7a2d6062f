package fr.cloisonne.company;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.RightMissingException;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.CompanyAlreadyThereException;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmCard;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * A firm takes on a client company: a tenant of its own is made, whether or not another firm knows
 * the same SIREN. Two rows in the firm's chain frame the act: that it was asked for, written before
 * anything is made, and that the company is there; the second is missing where it failed.
 */
@Service
@EnableConfigurationProperties(AdditionSettings.class)
public class ClientCompanyAddition {

    private final Habilitations habilitations;
    private final Provision provision;
    private final ClientCompanies companies;
    private final AdditionAudit audit;
    private final AdditionSettings settings;
    private final Clock clock;

    ClientCompanyAddition(
            Habilitations habilitations,
            Provision provision,
            ClientCompanies companies,
            AdditionAudit audit,
            AdditionSettings settings,
            Clock clock) {
        this.habilitations = habilitations;
        this.provision = provision;
        this.companies = companies;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
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
     * @throws TooManyAdditionsException if the firm has taken on too many within a day
     * @throws IllegalArgumentException if SIRET, VAT number and SIREN do not belong together
     */
    public CompanyPath add(UserAccountId person, FirmShortName firm, CompanyForm form) {
        FirmCard card = habilitations.requireInFirm(person, firm, Right.MANAGE_COMPANIES);
        make(person, card.id(), form, company -> {});
        return new CompanyPath(firm, form.siren());
    }

    /**
     * Takes the company on in work that was begun in a session and goes on after it.
     *
     * @param person for whom, with {@link Right#MANAGE_COMPANIES} over the whole firm still
     * @param firm the firm
     * @param form who the company is
     * @param recorded done in the transaction that puts the addition on record
     * @throws RightMissingException if the right is gone
     * @throws CompanyKnownException if the firm has this SIREN already
     * @throws TooManyAdditionsException if the firm has taken on too many within a day
     */
    public void addBegun(
            UserAccountId person, FirmId firm, CompanyForm form, Consumer<TenantId> recorded) {
        if (!habilitations.heldIn(person, firm).contains(Right.MANAGE_COMPANIES)) {
            throw new RightMissingException(Right.MANAGE_COMPANIES);
        }
        make(person, firm, form, recorded);
    }

    private void make(
            UserAccountId person, FirmId firm, CompanyForm form, Consumer<TenantId> recorded) {
        NewClientCompany company =
                new NewClientCompany(
                        firm,
                        form.siren(),
                        form.siret(),
                        form.vat(),
                        form.legalName().strip(),
                        form.address(),
                        form.iban(),
                        form.size());
        requireWithinBound(firm);
        audit.asked(firm, person, form.siren());
        try {
            audit.added(firm, person, provision.provision(company), recorded);
        } catch (CompanyAlreadyThereException known) {
            throw new CompanyKnownException(form.siren(), known);
        }
    }

    /**
     * Puts on record that a company is there whose addition was cut before it could be.
     *
     * @param firm the firm
     * @param person who asked for it
     * @param company the company
     */
    public void recordAdded(FirmId firm, UserAccountId person, TenantId company) {
        audit.added(firm, person, company, made -> {});
    }

    private void requireWithinBound(FirmId firm) {
        Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
        if (companies.madeSince(firm, dayAgo) >= settings.perDay()) {
            throw new TooManyAdditionsException(settings.perDay());
        }
    }
}
