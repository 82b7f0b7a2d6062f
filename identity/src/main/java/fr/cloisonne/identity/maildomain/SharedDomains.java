package fr.cloisonne.identity.maildomain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Domains that can be no firm's own: free mail, access providers, registries. */
@Component
class SharedDomains {

    private final Set<String> mailboxes = names("shared.txt");
    private final Set<String> registries = names("registries.txt");

    private static Set<String> names(String list) {
        try (var file = SharedDomains.class.getResourceAsStream("/maildomain/" + list)) {
            byte[] bytes = Objects.requireNonNull(file).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A registry's own name is refused, what lies below it is a firm's. */
    boolean contains(MailDomain domain) {
        return registries.contains(domain.name()) || isMailbox(domain);
    }

    private boolean isMailbox(MailDomain domain) {
        Optional<MailDomain> one = Optional.of(domain);
        while (one.isPresent()) {
            if (mailboxes.contains(one.get().name())) {
                return true;
            }
            one = one.get().above();
        }
        return false;
    }
}
