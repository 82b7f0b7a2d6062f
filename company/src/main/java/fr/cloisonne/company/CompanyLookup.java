package fr.cloisonne.company;

import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.Right;
import fr.cloisonne.tenancy.ClientCompanies;
import fr.cloisonne.tenancy.directory.CompanyDirectory;
import fr.cloisonne.tenancy.directory.DirectoryAnswer;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.tenancy.value.CompanyPath;
import fr.cloisonne.tenancy.value.FirmShortName;
import fr.cloisonne.tenancy.value.Siren;
import fr.cloisonne.tenancy.value.Siret;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be known of a company before it is taken on: that it stands in the portfolio already, or
 * what the public directory says of it. Of another firm's portfolio it says nothing.
 */
@Component
public class CompanyLookup {

    private final Habilitations habilitations;
    private final ClientCompanies companies;
    private final CompanyDirectory directory;

    CompanyLookup(
            Habilitations habilitations, ClientCompanies companies, CompanyDirectory directory) {
        this.habilitations = habilitations;
        this.companies = companies;
        this.directory = directory;
    }

    /**
     * The company of the firm with this SIREN.
     *
     * @param person who asks, with {@link Right#MANAGE_COMPANIES} over the whole firm
     * @param firm the firm
     * @param siren which company
     * @return nothing where the firm has none, or none whose pages are open
     */
    public Optional<ClientCompanyCard> inPortfolio(
            UserAccountId person, FirmShortName firm, Siren siren) {
        habilitations.requireInFirm(person, firm, Right.MANAGE_COMPANIES);
        return companies.at(new CompanyPath(firm, siren));
    }

    /**
     * What the directory says of a number. It may take seconds: never while others wait.
     *
     * @param siren the number
     * @param siret the establishment, if it was one
     * @return one entry, none, or that the directory is away
     */
    public DirectoryFinding find(Siren siren, @Nullable Siret siret) {
        return switch (siret == null ? directory.find(siren) : directory.find(siret)) {
            case DirectoryAnswer.Found found -> new DirectoryFinding(true, List.of(found.entry()));
            case DirectoryAnswer.Unknown unknown -> new DirectoryFinding(true, List.of());
            case DirectoryAnswer.Unavailable away -> new DirectoryFinding(false, List.of());
        };
    }

    /**
     * What the directory says of a name. It may take seconds: never while others wait.
     *
     * @param words a part of the name
     * @return some entries, or that the directory is away
     */
    public DirectoryFinding search(String words) {
        return directory
                .search(words)
                .map(some -> new DirectoryFinding(true, some))
                .orElseGet(() -> new DirectoryFinding(false, List.of()));
    }
}
