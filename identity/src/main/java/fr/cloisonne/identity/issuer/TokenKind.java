package fr.cloisonne.identity.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** The kinds of what is issued. */
enum TokenKind {
    STATE("state"),
    CODE("code"),
    ACCESS("access_token"),
    REFRESH("refresh_token"),
    ID("id_token");

    private final String protocol;

    TokenKind(String protocol) {
        this.protocol = protocol;
    }

    /** The name to search by: null where any kind is meant, and none where it is not ours. */
    static @Nullable String name(@Nullable OAuth2TokenType type) {
        if (type == null) {
            return null;
        }
        for (TokenKind kind : values()) {
            if (kind.protocol.equals(type.getValue())) {
                return kind.name();
            }
        }
        return "NONE";
    }
}
