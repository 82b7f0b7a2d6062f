package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.SignedInPerson;
import fr.cloisonne.identity.UserAccountId;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of passkeys (WebAuthn): one is made, one is asked for. The authenticator
 * always makes sure of the person, by finger, face or PIN, so that a passkey is two factors in one.
 */
@Component
@EnableConfigurationProperties(PublicAddress.class)
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> MADE =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>
            ANSWERED = new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final Webauthn4JRelyingPartyOperations webauthn;

    Passkeys(PasskeyOwners owners, PasskeyStore store, PublicAddress address) {
        URI origin = address.baseUrl();
        this.webauthn =
                new Webauthn4JRelyingPartyOperations(
                        owners,
                        store,
                        PublicKeyCredentialRpEntity.builder()
                                .id(origin.getHost())
                                .name("Cloisonné")
                                .build(),
                        Set.of(origin.toString()));
        webauthn.setCustomizeCreationOptions(options ->
                options.authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build()));
        webauthn.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /** Asks the person's authenticator for a new passkey. */
    NewPasskey prepare(UserAccountId person) {
        var options =
                webauthn.createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(signedIn(person)));
        return new NewPasskey(options, json.writeValueAsString(options));
    }

    /** Keeps what the authenticator made, if it is what was asked for. */
    boolean make(NewPasskey prepared, String answer, String name) {
        try {
            webauthn.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(
                            prepared.options(),
                            new RelyingPartyPublicKey(json.readValue(answer, MADE), name)));
            return true;
        } catch (RuntimeException refused) {
            LOG.debug("A passkey was not made", refused);
            return false;
        }
    }

    /**
     * Asks for a passkey.
     *
     * @param person whose, or null for whoever answers
     * @return the question, good for one answer
     */
    public PasskeyQuestion ask(@Nullable UserAccountId person) {
        var options =
                webauthn.createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(
                                person == null ? null : signedIn(person)));
        return new PasskeyQuestion(options, json.writeValueAsString(options));
    }

    /** Whose passkey has answered the question, if one of ours has. */
    Optional<UserAccountId> answered(PasskeyQuestion asked, String answer) {
        try {
            var owner =
                    webauthn.authenticate(
                            new RelyingPartyAuthenticationRequest(
                                    asked.options(), json.readValue(answer, ANSWERED)));
            return Optional.of(PasskeyOwners.person(owner.getId()));
        } catch (RuntimeException refused) {
            LOG.debug("A passkey's answer was refused", refused);
            return Optional.empty();
        }
    }

    private static Authentication signedIn(UserAccountId person) {
        return LocalSignIn.recognised(new SignedInPerson(person));
    }
}
