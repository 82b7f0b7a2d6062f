package fr.cloisonne.app;

import java.time.Duration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer carries, of whichever chain: pages, downloads, answers to machines, errors. A
 * page has a content policy of its own ({@link ContentPolicy}); whatever else comes from here is no
 * page, and a browser that takes it for one gets nothing to run.
 */
final class AnswerHeaders {

    private static final String NO_PAGE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private AnswerHeaders() {}

    static void of(HttpSecurity http) {
        http.headers(headers ->
                headers.withObjectPostProcessor(new AtOnce())
                        .contentSecurityPolicy(p -> p.policyDirectives(NO_PAGE))
                        .httpStrictTransportSecurity(h ->
                                h.maxAgeInSeconds(Duration.ofDays(365).toSeconds())
                                        .includeSubDomains(true))
                        .referrerPolicy(p -> p.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p ->
                                p.policy(
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(
                                p -> p.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
    }

    /** Before anything is answered: pages and downloads leave by a forward that shows no end. */
    private static final class AtOnce implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
