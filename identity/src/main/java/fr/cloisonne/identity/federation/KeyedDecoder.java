package fr.cloisonne.identity.federation;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJWSException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Reads tokens of a provider whose keys may be replaced, under their old names too, or be away:
 * then it is the provider that fails, and no token is called false.
 *
 * @param decoder reads with the keys as they are known
 * @param keys the keys
 */
record KeyedDecoder(JwtDecoder decoder, ProviderKeys keys) implements JwtDecoder {

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            if (bad.getCause() instanceof BadJWSException && keys.renewed()) {
                return decoder.decode(token);
            }
            throw bad;
        } catch (JwtException failure) {
            if (failure.getCause() instanceof KeySourceException) {
                throw new ProviderUnavailableException("No keys", failure);
            }
            throw failure;
        } catch (IllegalArgumentException | ClassCastException malformed) {
            throw new BadJwtException("A claim has not its form", malformed);
        }
    }
}
