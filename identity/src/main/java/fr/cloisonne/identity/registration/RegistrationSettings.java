package fr.cloisonne.identity.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How firms come to be.
 *
 * @param signup what comes of a registration; a demonstration opens firms at once unless told
 *     otherwise
 * @param demonstration whether this is a demonstration
 */
@ConfigurationProperties("cloisonne")
public record RegistrationSettings(
        @Nullable SignUp signup, @DefaultValue("false") boolean demonstration) {

    /**
     * What comes of a registration.
     *
     * @return the setting, or what stands for it
     */
    public SignUp effective() {
        if (signup != null) {
            return signup;
        }
        return demonstration ? SignUp.OPEN : SignUp.REQUEST;
    }
}
