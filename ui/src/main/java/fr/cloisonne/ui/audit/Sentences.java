package fr.cloisonne.ui.audit;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditEntry;
import fr.cloisonne.identity.habilitation.Habilitations;
import fr.cloisonne.identity.habilitation.NamedPortfolios;
import fr.cloisonne.identity.habilitation.PortfolioId;
import fr.cloisonne.identity.habilitation.Profile;
import fr.cloisonne.identity.habilitation.Profiles;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.text.Translations;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns rows of codes and ids into sentences: who, for whom, did what. */
@Component
class Sentences {

    private final Translations words;
    private final Formats formats;
    private final UserAccounts accounts;
    private final Habilitations habilitations;
    private final Profiles profiles;
    private final NamedPortfolios portfolios;
    private final Reader reader;

    Sentences(
            Translations words,
            Formats formats,
            UserAccounts accounts,
            Habilitations habilitations,
            Profiles profiles,
            NamedPortfolios portfolios,
            Reader reader) {
        this.words = words;
        this.formats = formats;
        this.accounts = accounts;
        this.habilitations = habilitations;
        this.profiles = profiles;
        this.portfolios = portfolios;
        this.reader = reader;
    }

    /** The sentence of one row; an act without words of its own is told by its code. */
    String of(AuditEntry entry, Locale language) {
        Map<String, String> details = entry.details();
        String key = "act." + entry.act();
        boolean known = words.has(key, language);
        return words.getTranslation(
                known ? key : "act.unknown",
                language,
                actor(entry, language),
                known ? holder(details, language) : entry.act(),
                profile(details, language),
                scope(details, language),
                day(details, "first"),
                day(details, "last"));
    }

    /** The heads of the columns of an exported journal. */
    List<String> columns(Locale language) {
        return List.of(words.getTranslation("audit.columns", language).split("\\|", -1));
    }

    private String actor(AuditEntry entry, Locale language) {
        PersonCard actor = entry.actor();
        PersonCard giver = entry.onBehalfOf();
        if (actor == null) {
            return words.getTranslation("actor.system", language);
        }
        return giver == null
                ? name(actor)
                : words.getTranslation("actor.for", language, name(actor), name(giver));
    }

    private String holder(Map<String, String> details, Locale language) {
        UUID id = id(details, "holder");
        if (id == null) {
            return "";
        }
        UserAccountId holder = new UserAccountId(id);
        PersonCard card = accounts.cards(List.of(holder)).get(holder);
        return card == null ? words.getTranslation("actor.gone", language) : name(card);
    }

    private String profile(Map<String, String> details, Locale language) {
        String profile = details.get("profile");
        if (profile == null) {
            return "";
        }
        return profiles.name(new Profile(profile))
                .orElseGet(() -> words.getTranslation("profile." + profile, language));
    }

    private String scope(Map<String, String> details, Locale language) {
        UUID company = id(details, "company");
        UUID portfolio = id(details, "portfolio");
        if (company == null && portfolio != null) {
            return portfolios
                    .name(new PortfolioId(portfolio))
                    .map(name -> words.getTranslation("scope.portfolio", language, name))
                    .orElse("");
        }
        return company == null
                ? words.getTranslation("scope.whole", language)
                : habilitations.clientCompaniesOf(reader.person()).stream()
                        .filter(card -> card.tenant().value().equals(company))
                        .map(ClientCompanyCard::legalName)
                        .findFirst()
                        .orElseGet(() -> words.getTranslation("scope.company", language));
    }

    private String day(Map<String, String> details, String name) {
        String day = details.get(name);
        return day == null ? "" : formats.day(LocalDate.parse(day));
    }

    private static @Nullable UUID id(Map<String, String> details, String name) {
        String text = details.get(name);
        return text == null ? null : UUID.fromString(text);
    }

    private static String name(PersonCard person) {
        return person.name().display();
    }
}
