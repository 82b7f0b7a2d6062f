package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.cloisonne.identity.membership.JoinRequests;
import fr.cloisonne.identity.membership.JoinStanding;
import fr.cloisonne.identity.membership.Newcomer;
import fr.cloisonne.ui.enamel.Notice;
import java.util.Optional;

/**
 * For whom a firm's provider brought and who does not belong to the firm: how to ask, and what was
 * answered. It is there whether or not the address has an account.
 */
public class JoinBlock extends Div {

    private final transient JoinRequests requests;
    private final Newcomer newcomer;
    private final String words;

    /**
     * A block whose title and text are {@code join.<words>.title} and {@code join.<words>.text}.
     */
    public JoinBlock(JoinRequests requests, Newcomer newcomer, String words) {
        this.requests = requests;
        this.newcomer = newcomer;
        this.words = words;
        addClassName("block");
        show();
    }

    private void show() {
        removeAll();
        String firm = newcomer.firm().legalName();
        add(new H2(getTranslation("join." + words + ".title", firm)));
        Optional<JoinStanding> standing = requests.standing(newcomer);
        standing.map(this::told).ifPresent(this::add);
        if (standing.isEmpty() || standing.get().state() == JoinStanding.State.REFUSED) {
            Button ask = new Button(getTranslation("join.ask"), press -> ask());
            ask.setDisableOnClick(true);
            add(new Paragraph(getTranslation("join." + words + ".text", firm)), ask);
        }
    }

    private Notice told(JoinStanding standing) {
        return switch (standing.state()) {
            case WAITING -> Notice.information(getTranslation("join.waits"));
            case ACCEPTED ->
                    Notice.information(
                            getTranslation("join." + words + ".accepted", newcomer.email()));
            case REFUSED -> Notice.refusal(getTranslation("join.refused", standing.answer()));
        };
    }

    private void ask() {
        requests.ask(newcomer, getLocale());
        show();
    }
}
