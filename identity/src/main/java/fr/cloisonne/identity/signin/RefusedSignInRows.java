package fr.cloisonne.identity.signin;

import fr.cloisonne.db.PlatformTransaction;
import fr.cloisonne.db.keyring.Keyring;
import fr.cloisonne.db.outbox.Outbox;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.UserAccounts;
import fr.cloisonne.identity.audit.AuditTrail;
import fr.cloisonne.identity.audit.Bound;
import fr.cloisonne.identity.audit.BoundedTrail;
import fr.cloisonne.identity.audit.BoundedTrail.Happening;
import fr.cloisonne.identity.audit.RestHeard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refused sign-ins in the service's chain, and by the outbox in those of the account's firms: five
 * rows in ten minutes for one account, twenty for all addresses that are nobody's, twenty from one
 * network address. The rest is counted and told once. Network addresses enter no chain.
 */
@Component
class RefusedSignInRows implements RestHeard {

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Bound ACCOUNT = new Bound("signin.refused.repeated", WINDOW, 5);
    private static final Bound NOBODY = new Bound("signin.refused.unknown", WINDOW, 20);
    private static final Bound ORIGIN = new Bound("signin.refused.origin", WINDOW, 20);
    private static final Bound SECOND = new Bound("signin.second.repeated", WINDOW, 5);

    private final UserAccounts accounts;
    private final AuditTrail audit;
    private final BoundedTrail bounded;
    private final Outbox outbox;
    private final Keyring keyring;

    RefusedSignInRows(
            UserAccounts accounts,
            AuditTrail audit,
            BoundedTrail bounded,
            Outbox outbox,
            Keyring keyring) {
        this.accounts = accounts;
        this.audit = audit;
        this.bounded = bounded;
        this.outbox = outbox;
        this.keyring = keyring;
    }

    @PlatformTransaction
    public void first(String reason, @Nullable String addressKey, String origin) {
        Map<String, String> details = new TreeMap<>(Map.of("reason", reason));
        Optional<UserAccountId> account = Optional.ofNullable(addressKey).flatMap(accounts::byKey);
        account.ifPresent(known -> details.put("account", known.toString()));
        boolean own =
                account.map(known -> counted(ACCOUNT, known.toString(), of(known)))
                        .orElseGet(() -> counted(NOBODY, "nobody", Map.of()));
        if (own && counted(ORIGIN, place(origin), Map.of())) {
            long row = audit.recordInServiceNow(null, "signin.refused", details);
            account.ifPresent(
                    known -> outbox.record(new SignInRefused(known.value(), reason, row)));
        }
    }

    @PlatformTransaction
    public void second(UserAccountId person, SignInWay way) {
        Map<String, String> more = Map.of("account", person.toString());
        if (counted(SECOND, person.toString(), more)) {
            long row =
                    audit.recordInServiceNow(
                            person, "signin.second.refused", Map.of("way", way.word()));
            outbox.record(new SignInRefused(person.value(), "second", row));
        }
    }

    private boolean counted(Bound bound, String subject, Map<String, String> told) {
        return bounded.counted(bound, new Happening(subject, null, null, told));
    }

    private static Map<String, String> of(UserAccountId account) {
        return Map.of("account", account.toString());
    }

    private String place(String origin) {
        byte[] key = OriginBound.place(origin).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(keyring.mac("refused sign-ins", key));
    }

    @Override
    public void told(String act, Map<String, String> details, long row) {
        String account = details.get("account");
        if (account != null) {
            int times = Integer.parseInt(details.getOrDefault("times", "0"));
            outbox.record(new SignInsRefused(UUID.fromString(account), times, row));
        }
    }
}
