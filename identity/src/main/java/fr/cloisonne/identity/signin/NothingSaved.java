package fr.cloisonne.identity.signin;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** Keeps a filter from signing anybody in by itself: what follows it does, once all is proven. */
public class NothingSaved implements ObjectPostProcessor<AbstractAuthenticationProcessingFilter> {

    @Override
    public <O extends AbstractAuthenticationProcessingFilter> O postProcess(O filter) {
        filter.setSecurityContextRepository(new NullSecurityContextRepository());
        return filter;
    }
}
