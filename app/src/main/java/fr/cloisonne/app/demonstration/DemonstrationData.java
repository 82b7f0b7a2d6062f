package fr.cloisonne.app.demonstration;

import fr.cloisonne.app.demonstration.Cast.Company;
import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.db.StartRefusedException;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.PersonName;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Granting;
import fr.cloisonne.identity.habilitation.LeastDemand;
import fr.cloisonne.identity.habilitation.PortfolioEditing;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.ProfileEditing;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.identity.habilitation.Scope;
import fr.cloisonne.identity.signin.Proving;
import fr.cloisonne.tenancy.Firms;
import fr.cloisonne.tenancy.NewClientCompany;
import fr.cloisonne.tenancy.Provision;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.PostalAddress;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.SizeCategory;
import fr.cloisonne.tenancy.value.TenantId;
import fr.cloisonne.tenancy.value.VatNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the demonstration on an empty embedded database, once, through the services that people's
 * acts go through. On any other database the start is refused.
 */
@Component
@ConditionalOnProperty("cloisonne.demonstration")
class DemonstrationData {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationData.class);

    private final Firms firms;
    private final Provision provision;
    private final UserAccounts accounts;
    private final Proving proving;
    private final Granting granting;
    private final PortfolioEditing portfolios;
    private final ProfileEditing profiles;
    private final DemonstrationInvoices invoices;
    private final LeastDemand least;

    DemonstrationData(
            Firms firms,
            Provision provision,
            UserAccounts accounts,
            Proving proving,
            Granting granting,
            PortfolioEditing portfolios,
            ProfileEditing profiles,
            DemonstrationInvoices invoices,
            LeastDemand least,
            DatabaseSettings database) {
        if (database.platform() != null) {
            throw new StartRefusedException(
                    "Demonstration data are for the embedded database alone: start with --no-demo");
        }
        this.firms = firms;
        this.provision = provision;
        this.accounts = accounts;
        this.proving = proving;
        this.granting = granting;
        this.portfolios = portfolios;
        this.profiles = profiles;
        this.invoices = invoices;
        this.least = least;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (firms.none()) {
            requireFreedom();
            alps();
            coast();
            LOG.info("Demonstration data are there.");
        }
        LOG.info(
                "Sign in as claire.martin@cabinet-alpes.example (administrator), password {}; the sign-in page names the others.",
                Cast.PASSWORD);
    }

    /** Its administrators give rights before anybody could add a factor for them. */
    private void requireFreedom() {
        if (least.ofAdministrators()) {
            throw new StartRefusedException(
                    "A demonstration is filled without cloisonne.second-factor.administrators=required; start it so once, then with it");
        }
    }

    private void alps() {
        FirmShortName name = new FirmShortName("cabinet-alpes");
        FirmId firm = firms.open(name, Cast.siren(501), "Cabinet des Alpes");
        UserAccountId claire = person(firm, "claire.martin", "Claire", "Martin");
        granting.begin(firm, claire);
        List<TenantId> companies = companies(firm, name, claire, Cast.alps(), 4);
        proving.during(
                claire,
                Cast.PASSWORD,
                () -> {
                    colleagues(firm, claire, companies);
                    foodShops(firm, name, claire, companies);
                });
        person(firm, "amina.diallo", "Amina", "Diallo");
    }

    private void colleagues(FirmId firm, UserAccountId claire, List<TenantId> companies) {
        UserAccountId karim = person(firm, "karim.benali", "Karim", "Benali");
        granting.grant(claire, karim, new Scope.WholeFirm(firm), Profile.STANDARD);
        UserAccountId sophie = person(firm, "sophie.durand", "Sophie", "Durand");
        companies.subList(0, 3).forEach(c -> give(claire, sophie, firm, c, Profile.STANDARD));
        UserAccountId julien = person(firm, "julien.petit", "Julien", "Petit");
        companies.subList(2, 7).forEach(c -> give(claire, julien, firm, c, Profile.READER));
    }

    /** A portfolio, and a profile of the firm's own over it. */
    private void foodShops(
            FirmId firm, FirmShortName name, UserAccountId claire, List<TenantId> companies) {
        Set<TenantId> shops =
                Set.of(companies.get(0), companies.get(3), companies.get(8), companies.get(16));
        PortfolioId portfolio = portfolios.make(claire, name, "Commerces de bouche", shops);
        Profile followUp =
                profiles.make(
                        claire,
                        name,
                        "Suivi des encaissements",
                        Set.of(Right.FOLLOW_UP, Right.SEE_COMPANIES));
        UserAccountId lea = person(firm, "lea.rousseau", "Léa", "Rousseau");
        granting.grant(claire, lea, new Scope.OnePortfolio(firm, portfolio), followUp);
    }

    private void coast() {
        FirmShortName name = new FirmShortName("cabinet-littoral");
        FirmId firm = firms.open(name, Cast.siren(502), "Cabinet du Littoral");
        UserAccountId paul = person(firm, "paul.leroy", "Paul", "Leroy");
        granting.begin(firm, paul);
        companies(firm, name, paul, Cast.coast(), 2);
    }

    private void give(
            UserAccountId by, UserAccountId to, FirmId firm, TenantId company, Profile profile) {
        granting.grant(by, to, new Scope.OneCompany(firm, company), profile);
    }

    private UserAccountId person(FirmId firm, String mailbox, String given, String family) {
        String domain = mailbox.equals("paul.leroy") ? "cabinet-littoral" : "cabinet-alpes";
        UserAccountId id =
                accounts.create(
                        new EmailAddress(mailbox + "@" + domain + ".example"),
                        new PersonName(given, family),
                        Locale.FRENCH,
                        Cast.PASSWORD);
        accounts.join(id, firm);
        return id;
    }

    private List<TenantId> companies(
            FirmId firm, FirmShortName name, UserAccountId by, List<Company> cast, int busy) {
        List<TenantId> tenants = new ArrayList<>();
        for (Company company : cast) {
            tenants.add(provision.provision(sheet(firm, company)));
            if (tenants.size() <= busy * 3) {
                CompanyPath path = new CompanyPath(name, company.siren());
                proving.during(
                        by, Cast.PASSWORD, () -> invoices.deposit(by, path, company.name(), busy));
            }
        }
        return tenants;
    }

    private static NewClientCompany sheet(FirmId firm, Company company) {
        Siren siren = company.siren();
        return new NewClientCompany(
                firm,
                siren,
                null,
                VatNumber.of(siren),
                company.name(),
                new PostalAddress("1 rue de la Paix", null, "38000", "Grenoble", "FR"),
                null,
                SizeCategory.PME);
    }
}
