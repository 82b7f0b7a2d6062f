package fr.cloisonne.identity.technical;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import fr.cloisonne.identity.technical.ConnectionRefusedException.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;

/**
 * A public key as people paste it, PEM or JWK: elliptic on P-256, or RSA from 2048 bits. A private
 * key is refused, and so is whatever is neither.
 */
final class PublicKeyText {

    private static final int LONGEST = 8_000;
    private static final int SHORTEST_RSA = 2_048;

    private PublicKeyText() {}

    /** The key, with its thumbprint as its id. */
    static JWK parse(String pasted) {
        String text = pasted.strip();
        if (text.length() > LONGEST) {
            throw new ConnectionRefusedException(Reason.KEY);
        }
        try {
            JWK key = text.startsWith("{") ? JWK.parse(text) : pem(text);
            if (key.isPrivate()) {
                throw new ConnectionRefusedException(Reason.PRIVATE_KEY);
            }
            return named(key);
        } catch (ParseException | JOSEException | GeneralSecurityException notAKey) {
            throw new ConnectionRefusedException(Reason.KEY);
        }
    }

    private static JWK named(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa when rsa.size() >= SHORTEST_RSA ->
                    new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
                            .keyIDFromThumbprint()
                            .build();
            case ECKey elliptic when Curve.P_256.equals(elliptic.getCurve()) ->
                    new ECKey.Builder(Curve.P_256, elliptic.getX(), elliptic.getY())
                            .keyIDFromThumbprint()
                            .build();
            default -> throw new ConnectionRefusedException(Reason.KEY);
        };
    }

    private static JWK pem(String text) throws GeneralSecurityException {
        if (text.contains("PRIVATE KEY")) {
            throw new ConnectionRefusedException(Reason.PRIVATE_KEY);
        }
        X509EncodedKeySpec key = new X509EncodedKeySpec(body(text));
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(key))
                    .build();
        } catch (GeneralSecurityException notRsa) {
            ECPublicKey elliptic = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(key);
            return new ECKey.Builder(Curve.forECParameterSpec(elliptic.getParams()), elliptic)
                    .build();
        }
    }

    private static byte[] body(String text) {
        try {
            return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new ConnectionRefusedException(Reason.KEY);
        }
    }
}
