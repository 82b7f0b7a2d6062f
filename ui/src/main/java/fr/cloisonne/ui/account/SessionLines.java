package fr.cloisonne.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.federation.SignInOptions;
import fr.cloisonne.identity.signin.Device;
import fr.cloisonne.identity.signin.SignInWay;
import fr.cloisonne.identity.signin.SignedInId;
import fr.cloisonne.identity.signin.SignedInSession;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person's sessions: on which device, since when, by which way; each but this one is closed. */
class SessionLines extends UnorderedList {

    private final SignInOptions options;
    private final Formats formats;
    private final Consumer<SignedInId> close;

    SessionLines(SignInOptions options, Formats formats, Consumer<SignedInId> close) {
        this.options = options;
        this.formats = formats;
        this.close = close;
        addClassName("lines");
    }

    void show(List<SignedInSession> sessions, Optional<SignedInId> here) {
        removeAll();
        sessions.forEach(
                session -> add(line(session, here.filter(session.id()::equals).isPresent())));
    }

    private ListItem line(SignedInSession session, boolean here) {
        Span device = new Span(device(session.device()));
        Span facts =
                new Span(
                        getTranslation(
                                "sessions.facts",
                                way(session.way()),
                                session.address(),
                                formats.moment(session.openedAt())));
        facts.addClassName("quiet");
        Div words = new Div(device, facts);
        words.addClassNames("grow", "stacked");
        Span seen = new Span(getTranslation("sessions.seen", formats.recent(session.lastSeen())));
        seen.addClassName("when");
        return new ListItem(words, seen, here ? thisOne() : closing(session));
    }

    private Component thisOne() {
        return new Span(getTranslation("sessions.here"));
    }

    private Component closing(SignedInSession session) {
        Button button =
                new Button(getTranslation("sessions.close"), press -> close.accept(session.id()));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("sessions.close.which", device(session.device())));
        return button;
    }

    private String device(Device device) {
        String known =
                Stream.of(device.browser(), device.system())
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(" · "));
        return known.isEmpty() ? getTranslation("sessions.device.unknown") : known;
    }

    private String way(SignInWay way) {
        return switch (way) {
            case SignInWay.Password password -> getTranslation("sessions.way.password");
            case SignInWay.Passkey passkey -> getTranslation("sessions.way.passkey");
            case SignInWay.Provider provider -> label(provider.id());
        };
    }

    private String label(String provider) {
        return options.name(provider).orElseGet(() -> getTranslation("sessions.way.gone"));
    }
}
