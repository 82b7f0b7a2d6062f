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
import fr.cloisonne.tenancy.value.FirmId;
import fr.cloisonne.ui.shell.Reader;
import fr.cloisonne.ui.text.Formats;
import fr.cloisonne.ui.text.Translations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    /** What is looked up once for a page of rows. */
    private record Names(
            Map<UserAccountId, PersonCard> people,
            Map<UUID, String> companies,
            Map<String, String> profiles,
            Map<UUID, String> portfolios,
            Map<UUID, String> firms) {}

    /** The sentence of each row; an act without words of its own is told by its code. */
    List<String> of(List<AuditEntry> entries, Locale language) {
        Names names = names(entries);
        return entries.stream().map(entry -> sentence(entry, names, language)).toList();
    }

    private Names names(List<AuditEntry> entries) {
        List<UserAccountId> holders =
                entries.stream()
                        .map(entry -> holder(entry.details()))
                        .filter(Objects::nonNull)
                        .map(UserAccountId::new)
                        .distinct()
                        .toList();
        boolean anyCompany = entries.stream().anyMatch(e -> e.details().containsKey("company"));
        Map<UUID, String> companies = new HashMap<>();
        if (anyCompany) {
            habilitations
                    .clientCompaniesOf(reader.person())
                    .forEach(card -> companies.put(card.tenant().value(), card.legalName()));
        }
        return new Names(
                accounts.cards(holders),
                companies,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>());
    }

    private String sentence(AuditEntry entry, Names names, Locale language) {
        Map<String, String> details = entry.details();
        String own = "act." + entry.act();
        String ofAccount = own + ".account";
        boolean account = details.containsKey("account") && words.has(ofAccount, language);
        String key = account ? ofAccount : own;
        boolean known = words.has(key, language);
        String said =
                words.getTranslation(
                        known ? key : "act.unknown",
                        language,
                        actor(entry, language),
                        known ? holder(details, names, language) : entry.act(),
                        profile(details, names, language),
                        scope(details, names, language),
                        day(details, "first"),
                        day(details, "last"),
                        named("right.", details, "right", language),
                        details.getOrDefault("times", ""),
                        named("title.", details, "page", language),
                        named("export.what.", details, "what", language));
        return said + firm(details, names);
    }

    /** Of which firm it is told, where the journal is not that firm's own. */
    private String firm(Map<String, String> details, Names names) {
        UUID firm = id(details, "firm");
        return firm == null
                ? ""
                : " · "
                        + names.firms()
                                .computeIfAbsent(
                                        firm, id -> habilitations.firm(new FirmId(id)).legalName());
    }

    /** A code that has words of its own. */
    private String named(String prefix, Map<String, String> details, String name, Locale language) {
        String code = details.get(name);
        return code == null ? "" : words.getTranslation(prefix + code, language);
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

    private String holder(Map<String, String> details, Names names, Locale language) {
        UUID id = holder(details);
        if (id == null) {
            return "";
        }
        PersonCard card = names.people().get(new UserAccountId(id));
        return card == null ? words.getTranslation("actor.gone", language) : name(card);
    }

    private static @Nullable UUID holder(Map<String, String> details) {
        UUID holder = id(details, "holder");
        return holder == null ? id(details, "account") : holder;
    }

    private String profile(Map<String, String> details, Names names, Locale language) {
        String profile = details.get("profile");
        return profile == null
                ? ""
                : names.profiles().computeIfAbsent(profile, code -> profile(code, language));
    }

    private String profile(String code, Locale language) {
        return profiles.name(new Profile(code))
                .orElseGet(() -> words.getTranslation("profile." + code, language));
    }

    private String scope(Map<String, String> details, Names names, Locale language) {
        UUID company = id(details, "company");
        UUID portfolio = id(details, "portfolio");
        if (company == null && portfolio != null) {
            return names.portfolios().computeIfAbsent(portfolio, id -> portfolio(id, language));
        }
        if (company == null) {
            return words.getTranslation("scope.whole", language);
        }
        String named = names.companies().get(company);
        return named == null ? words.getTranslation("scope.company", language) : named;
    }

    private String portfolio(UUID id, Locale language) {
        return portfolios
                .name(new PortfolioId(id))
                .map(name -> words.getTranslation("scope.portfolio", language, name))
                .orElse("");
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
