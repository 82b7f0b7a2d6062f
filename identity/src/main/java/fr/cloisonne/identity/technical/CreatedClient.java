package fr.cloisonne.identity.technical;

import org.jspecify.annotations.Nullable;

/**
 * A client just made, or one that has just been given a new secret.
 *
 * @param id which
 * @param clientId its name in the protocol
 * @param secret shown this once, or null where it brings its own key
 */
public record CreatedClient(TokenClientId id, String clientId, @Nullable ClientSecret secret) {}
