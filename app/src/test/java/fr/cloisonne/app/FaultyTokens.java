package fr.cloisonne.app;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import fr.cloisonne.app.FaultyProvider.Fault;
import fr.cloisonne.app.FaultyProvider.LogoutFault;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of people, with one fault at a time.
 *
 * @param issuer who says it
 * @param signer signs it
 */
record FaultyTokens(String issuer, FaultySigner signer) {

    private static final String CLIENT = FaultyProvider.CLIENT;
    private static final String SIGNED_OUT = "http://schemas.openid.net/event/backchannel-logout";

    String idToken(Fault fault, String nonce, Map<String, Object> person) throws IOException {
        Instant moment = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(
                                switch (fault) {
                                    case ISSUER -> "https://autre.example";
                                    case NO_ISSUER -> null;
                                    default -> issuer;
                                })
                        .audience(
                                switch (fault) {
                                    case AUDIENCE -> List.of("another");
                                    case NO_AUDIENCE -> List.of();
                                    case AUTHORIZED_PARTY, SEVERAL_AUDIENCES ->
                                            List.of(CLIENT, "another");
                                    default -> List.of(CLIENT);
                                })
                        .claim(
                                "nonce",
                                switch (fault) {
                                    case NONCE -> "another";
                                    case NO_NONCE -> null;
                                    default -> nonce;
                                })
                        .issueTime(
                                switch (fault) {
                                    case FROM_THE_FUTURE -> Date.from(moment.plusSeconds(600));
                                    case EXPIRED -> Date.from(moment.minusSeconds(600));
                                    case NO_MOMENT -> null;
                                    default -> Date.from(moment);
                                })
                        .expirationTime(
                                switch (fault) {
                                    case EXPIRED -> Date.from(moment.minusSeconds(300));
                                    case NO_END -> null;
                                    default -> Date.from(moment.plusSeconds(900));
                                })
                        .claim(
                                "auth_time",
                                switch (fault) {
                                    case AUTHENTICATED_TOMORROW ->
                                            moment.plusSeconds(86_400).getEpochSecond();
                                    case AUTHENTICATED_NEVER -> "never";
                                    default -> person.get("auth_time");
                                });
        switch (fault) {
            case NO_SUBJECT -> {}
            case EMPTY_SUBJECT -> claims.subject(" ");
            default -> claims.subject(String.valueOf(person.get("sub")));
        }
        switch (fault) {
            case NO_LEVEL -> {}
            case LEVEL -> claims.claim("acr", "eidas1");
            default -> claims.claim("acr", "eidas2");
        }
        if (person.get("sid") instanceof String sid) {
            claims.claim("sid", sid);
        }
        if (fault == Fault.AUTHORIZED_PARTY || fault == Fault.AUTHORIZED_PARTY_ALONE) {
            claims.claim("azp", "another");
        }
        return switch (fault) {
            case UNSIGNED -> new PlainJWT(claims.build()).serialize();
            case SIGNED_WITH_THE_SECRET -> signer.confused(claims.build(), "JWT");
            case SIGNATURE -> signer.strange(claims.build(), "JWT");
            case ACCESS_TOKEN -> signer.own(claims.build(), "at+jwt");
            default -> signer.own(claims.build(), "JWT");
        };
    }

    /** Says that a session is over, rightly where nothing is wrong. */
    String logoutToken(String sid, @Nullable LogoutFault wrong) throws IOException {
        JWTClaimsSet claims = logoutClaims(sid, wrong).build();
        return switch (wrong) {
            case SIGNATURE -> signer.strange(claims, "logout+jwt");
            case UNSIGNED -> new PlainJWT(claims).serialize();
            case SIGNED_WITH_THE_SECRET -> signer.confused(claims, "logout+jwt");
            case PLAIN_TYPE -> signer.own(claims, "JWT");
            case null, default -> signer.own(claims, "logout+jwt");
        };
    }

    private JWTClaimsSet.Builder logoutClaims(String sid, @Nullable LogoutFault wrong) {
        Instant moment = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(wrong == LogoutFault.ISSUER ? "https://autre.example" : issuer)
                .audience(wrong == LogoutFault.AUDIENCE ? "another" : CLIENT)
                .issueTime(
                        switch (wrong) {
                            case EXPIRED -> Date.from(moment.minusSeconds(600));
                            case FROM_THE_FUTURE -> Date.from(moment.plusSeconds(600));
                            case NO_MOMENT -> null;
                            case null, default -> Date.from(moment);
                        })
                .expirationTime(
                        switch (wrong) {
                            case EXPIRED -> Date.from(moment.minusSeconds(300));
                            case NO_END -> null;
                            case null, default -> Date.from(moment.plusSeconds(900));
                        })
                .jwtID(wrong == LogoutFault.NO_NUMBER ? null : UUID.randomUUID().toString())
                .claim("nonce", wrong == LogoutFault.NONCE ? "a-nonce" : null)
                .claim("sid", wrong == LogoutFault.NOBODY ? null : sid)
                .claim(
                        "events",
                        switch (wrong) {
                            case NO_EVENT -> null;
                            case ANOTHER_EVENT -> Map.of("https://autre.example/event", Map.of());
                            case EVENT_OF_NO_FORM -> SIGNED_OUT;
                            case null, default -> Map.of(SIGNED_OUT, Map.of());
                        });
    }

    JWTClaimsSet userinfo(Fault fault, Map<String, Object> person) {
        var said =
                new JWTClaimsSet.Builder()
                        .issuer(fault == Fault.USERINFO_ISSUER ? "https://autre.example" : issuer)
                        .audience(fault == Fault.USERINFO_AUDIENCE ? "another" : CLIENT)
                        .subject(
                                switch (fault) {
                                    case USERINFO_SUBJECT -> "another";
                                    case USERINFO_NO_SUBJECT -> null;
                                    case EMPTY_SUBJECT -> " ";
                                    default -> String.valueOf(person.get("sub"));
                                });
        person.forEach((name, value) -> {
            if (!Set.of("sub", "sid", "auth_time").contains(name)) {
                said.claim(name, value);
            }
        });
        return said.build();
    }
}
