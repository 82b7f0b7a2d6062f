package fr.cloisonne.notification;

import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.habilitation.Administrators;
import fr.cloisonne.identity.habilitation.FactorDoubts;
import fr.cloisonne.identity.recovery.FactorRecoveries;
import fr.cloisonne.identity.recovery.Recovery;
import fr.cloisonne.identity.recovery.RecoveryId;
import fr.cloisonne.identity.registration.Operators;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters about a way back in: to its person, and to the administrators who must know of it. */
@Component
class RecoveryTold {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final FactorRecoveries recoveries;
    private final Administrators administrators;
    private final FactorDoubts doubts;
    private final Operators operators;
    private final UserAccounts accounts;
    private final Clock clock;

    RecoveryTold(
            FactorRecoveries recoveries,
            Administrators administrators,
            FactorDoubts doubts,
            Operators operators,
            UserAccounts accounts,
            Clock clock) {
        this.recoveries = recoveries;
        this.administrators = administrators;
        this.doubts = doubts;
        this.operators = operators;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** To the person alone, with the one link that proves their mailbox. */
    List<Letter> link(RecoveryId id) {
        return recoveries
                .find(id)
                .map(one -> {
                    String path = "/recovery/" + recoveries.mintLink(id);
                    return letters(one, Set.of(one.person()), "recovery-attested", path);
                })
                .orElse(List.of());
    }

    /** To the person, to whoever attested, and to the administrators of all their firms. */
    List<Letter> all(RecoveryId id, String name) {
        return recoveries
                .find(id)
                .map(one -> {
                    Set<UserAccountId> readers = new LinkedHashSet<>();
                    readers.add(one.person());
                    readers.add(one.attestedBy());
                    Stream.ofNullable(one.confirmedBy()).forEach(readers::add);
                    doubts.firmsOf(one.person())
                            .forEach(firm -> readers.addAll(administrators.toTell(firm)));
                    if (one.firm() == null) {
                        readers.addAll(operators.all());
                    }
                    return letters(one, readers, name, "/account/security");
                })
                .orElse(List.of());
    }

    private List<Letter> letters(
            Recovery one, Set<UserAccountId> readers, String name, String path) {
        Set<UserAccountId> all = new LinkedHashSet<>(readers);
        all.add(one.person());
        all.add(one.attestedBy());
        Map<UserAccountId, PersonCard> people = accounts.cards(all);
        List<Object> about =
                List.of(name(people, one.person()), name(people, one.attestedBy()), opens(one));
        return readers.stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .map(reader -> new Letter(Recipient.of(reader), name, about, path))
                .toList();
    }

    private static String name(Map<UserAccountId, PersonCard> people, UserAccountId person) {
        return Objects.requireNonNull(people.get(person)).name().display();
    }

    private String opens(Recovery one) {
        @Nullable Instant opens = one.opens();
        return opens == null ? "" : MOMENT.format(opens.atZone(clock.getZone()));
    }
}
