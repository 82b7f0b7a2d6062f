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

    private static final String REGISTRIES = "# Whose names";

    private final Set<String> mailboxes;
    private final Set<String> registries;

    SharedDomains() {
        String[] parts = text().split(REGISTRIES, 2);
        this.mailboxes = names(parts[0]);
        this.registries = names(parts[1].substring(parts[1].indexOf('\n')));
    }

    private static String text() {
        try (var file = SharedDomains.class.getResourceAsStream("/maildomain/shared.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> names(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet());
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
