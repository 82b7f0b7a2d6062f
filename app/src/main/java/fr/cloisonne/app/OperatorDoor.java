package fr.cloisonne.app;

import fr.cloisonne.db.DatabaseSettings;
import fr.cloisonne.identity.EmailAddress;
import fr.cloisonne.identity.registration.Operators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The way for operators, open to whoever may write into the data folder: {@code ./cloisonne
 * operator invite} leaves an address there, and finds the link in its place. Where there is neither
 * an operator nor a demonstration, each start prints a link for the first.
 */
@Component
class OperatorDoor {

    private static final Logger LOG = LoggerFactory.getLogger(OperatorDoor.class);

    private final Operators operators;
    private final ProductSettings settings;
    private final Path asked;
    private final Path answered;

    OperatorDoor(Operators operators, ProductSettings settings, DatabaseSettings database) {
        this.operators = operators;
        this.settings = settings;
        this.asked = database.data().resolve("operator-invite");
        this.answered = database.data().resolve("operator-invite.link");
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (!settings.demonstration() && operators.none()) {
            LOG.info("The first operator comes by {} (one hour, once).", link(null));
        }
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() throws IOException {
        if (Files.isRegularFile(asked)) {
            String address = Files.readString(asked).strip();
            Files.delete(asked);
            answer(
                    EmailAddress.tryParse(address)
                            .map(this::link)
                            .orElse("! This is no e-mail address: " + address));
        }
    }

    private String link(@Nullable EmailAddress email) {
        return settings.baseUrl() + "/operator/join?t=" + operators.invite(email);
    }

    /** Appears whole, for its owner alone. */
    private void answer(String line) throws IOException {
        // A new temporary file is its owner's alone.
        Path draft = Files.createTempFile(answered.getParent(), "operator", ".link");
        Files.writeString(draft, line + "\n");
        Files.move(draft, answered, StandardCopyOption.ATOMIC_MOVE);
    }
}
