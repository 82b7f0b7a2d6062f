package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.identity.technical.ClientMethod;
import fr.cloisonne.identity.technical.TechnicalConnection;
import fr.cloisonne.identity.technical.TechnicalConnection.Credential;
import fr.cloisonne.identity.technical.TechnicalConnection.State;
import fr.cloisonne.identity.technical.TokenClient;
import fr.cloisonne.invoicing.StatusFamily;
import fr.cloisonne.tenancy.value.ClientCompanyCard;
import fr.cloisonne.ui.enamel.Facts;
import fr.cloisonne.ui.enamel.FamilyEnamel;
import fr.cloisonne.ui.shell.Toast;
import fr.cloisonne.ui.text.Formats;
import java.util.List;
import java.util.stream.Collectors;

/** One connection: whether it works, what it may do for whom, its secrets, and its acts. */
class ConnectionBlock extends Div {

    private final ConnectionsDesk desk;
    private final TechnicalConnection connection;
    private final Formats formats;
    private final Runnable changed;

    ConnectionBlock(
            ConnectionsDesk desk,
            TechnicalConnection connection,
            Formats formats,
            Runnable changed) {
        this.desk = desk;
        this.connection = connection;
        this.formats = formats;
        this.changed = changed;
        add(facts());
        if (connection.state() != State.REVOKED) {
            if (!connection.credentials().isEmpty()) {
                add(credentials());
            }
            if (desk.mayManage()) {
                add(acts());
            }
        }
    }

    private Facts facts() {
        return connection.kind() == TokenClient.Kind.TOOL ? tool() : machine();
    }

    private Facts tool() {
        return new Facts()
                .with(getTranslation("connection.state"), state())
                .with(
                        getTranslation("connection.client"),
                        ConnectionsView.mono(connection.clientId()))
                .with(getTranslation("tool.for"), getTranslation("tool.people"))
                .wide(getTranslation("tool.back"), addresses(connection.redirectUris()))
                .wide(getTranslation("tool.out"), addresses(connection.signedOutUris()));
    }

    private static Component addresses(List<String> all) {
        Div lines = new Div();
        all.forEach(one -> lines.add(new Div(ConnectionsView.mono(one))));
        if (all.isEmpty()) {
            lines.setText("–");
        }
        return lines;
    }

    private Facts machine() {
        return new Facts()
                .with(getTranslation("connection.state"), state())
                .with(
                        getTranslation("connection.client"),
                        ConnectionsView.mono(connection.clientId()))
                .with(
                        getTranslation("connection.scopes"),
                        connection.scopes().stream()
                                .sorted()
                                .map(scope -> getTranslation("connection.scope." + scope.name()))
                                .collect(Collectors.joining(", ")))
                .with(getTranslation("connection.companies"), companies())
                .with(
                        getTranslation("connection.used"),
                        connection
                                .lastUsedAt()
                                .map(formats::recent)
                                .orElseGet(() -> getTranslation("connection.unused")))
                .with(
                        getTranslation("connection.until"),
                        connection.lastDay() == null
                                ? getTranslation("connection.endless")
                                : formats.day(connection.lastDay()));
    }

    private Component state() {
        StatusFamily family =
                switch (connection.state()) {
                    case LIVE -> StatusFamily.VALIDEE;
                    case SUSPENDED -> StatusFamily.EN_COURS;
                    case EXPIRED -> StatusFamily.REJETEE;
                    case REVOKED -> StatusFamily.ANNULEE;
                };
        return FamilyEnamel.word(
                family, getTranslation("connection.state." + connection.state().name()));
    }

    private String companies() {
        return connection.wholeFirm()
                ? getTranslation("scope.firm")
                : connection.companies().stream()
                        .map(ClientCompanyCard::legalName)
                        .collect(Collectors.joining(", "));
    }

    private Component credentials() {
        UnorderedList list = new UnorderedList();
        list.addClassName("lines");
        for (Credential credential : connection.credentials()) {
            list.add(line(credential));
        }
        return list;
    }

    private ListItem line(Credential credential) {
        Span name =
                new Span(
                        getTranslation(
                                "connection.credential." + connection.method().name(),
                                credential.hint()));
        name.addClassName("grow");
        Span until = when("connection.credential.until", formats.moment(credential.validUntil()));
        Span used =
                when(
                        "connection.credential.used",
                        credential.lastUsedAt() == null
                                ? getTranslation("connection.unused")
                                : formats.recent(credential.lastUsedAt()));
        ListItem line = new ListItem(name, until, used);
        if (desk.mayManage() && connection.credentials().size() > 1) {
            Button end =
                    new Button(
                            getTranslation("connection.credential.revoke"),
                            press ->
                                    act(() -> desk.revoke(connection, credential.id()), "revoked"));
            end.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            end.setAriaLabel(getTranslation("connection.credential.revoke.of", credential.hint()));
            line.add(end);
        }
        return line;
    }

    private Span when(String text, String moment) {
        Span when = new Span(getTranslation(text, moment));
        when.addClassName("when");
        return when;
    }

    private Div acts() {
        boolean suspended = connection.state() == State.SUSPENDED;
        Button rotate =
                new Button(
                        getTranslation(
                                connection.method() == ClientMethod.KEY
                                        ? "connection.rotate.key"
                                        : "connection.rotate"),
                        press -> new RotateDialog(desk, connection, formats, changed).open());
        Button pause =
                new Button(
                        getTranslation(suspended ? "connection.resume" : "connection.suspend"),
                        press ->
                                act(
                                        () -> desk.suspend(connection, !suspended),
                                        suspended ? "resumed" : "suspended"));
        Button revoke = new Button(getTranslation("connection.revoke"), press -> confirm());
        rotate.setVisible(connection.method() != ClientMethod.NONE);
        Div acts = new Div(rotate, pause, revoke);
        acts.addClassNames("acts", "form-acts");
        return acts;
    }

    private void confirm() {
        ConfirmDialog dialog =
                new ConfirmDialog(
                        getTranslation("connection.revoke.title", connection.name()),
                        getTranslation("connection.revoke.text"),
                        getTranslation("connection.revoke"),
                        yes -> act(() -> desk.revoke(connection), "revoked"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("act.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void act(Runnable act, String done) {
        desk.attempt(
                this,
                () -> {
                    act.run();
                    return done;
                },
                code -> {
                    Toast.done(getTranslation("connection.done." + code));
                    changed.run();
                },
                Toast::refusal);
    }
}
