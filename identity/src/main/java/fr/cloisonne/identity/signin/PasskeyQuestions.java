package fr.cloisonne.identity.signin;

import fr.cloisonne.identity.UserAccountId;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps in the browser's session what was asked of a passkey, until the one answer to it. */
@Component
public class PasskeyQuestions {

    private static final String ATTRIBUTE = PasskeyQuestion.class.getName();

    private final Passkeys passkeys;

    PasskeyQuestions(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /**
     * Asks; an earlier question is void.
     *
     * @param session the browser's
     * @param person whose passkey, or null for whoever answers
     * @return what the browser is given
     */
    public String ask(HttpSession session, @Nullable UserAccountId person) {
        PasskeyQuestion question = passkeys.ask(person);
        session.setAttribute(ATTRIBUTE, question);
        return question.json();
    }

    /** Whose passkey has answered, if one of ours has; the question is used up either way. */
    Optional<UserAccountId> answered(@Nullable HttpSession session, String answer) {
        if (session == null) {
            return Optional.empty();
        }
        Object asked = session.getAttribute(ATTRIBUTE);
        session.removeAttribute(ATTRIBUTE);
        return asked instanceof PasskeyQuestion question
                ? passkeys.answered(question, answer)
                : Optional.empty();
    }
}
