package fr.cloisonne.ui.connection;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.cloisonne.identity.issuer.ToolConsent;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Brand;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/**
 * Asks a person whether a tool of others may know who they are: which tool, whose, and what of
 * them.
 */
@Route(value = "oauth2/consent", autoLayout = false)
@PermitAll
public class ConsentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<String> SCOPES = List.of("openid", "profile", "email");

    private final ToolConsent tools;

    /** The page; Spring makes one for each visit. */
    public ConsentView(ToolConsent tools) {
        this.tools = tools;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        String client = asked.getSingleParameter("client_id").orElse("");
        String state = asked.getSingleParameter("state").orElse("");
        Optional<ToolConsent.Tool> tool = tools.of(client);
        removeAll();
        add(
                tool.isPresent() && !state.isEmpty()
                        ? question(tool.get(), client, state, scopes(asked))
                        : new Main(
                                Brand.mark(),
                                new H1(getTranslation("consent.refused.title")),
                                Notice.refusal(getTranslation("consent.refused.text"))));
    }

    private static List<String> scopes(QueryParameters asked) {
        List<String> words = List.of(asked.getSingleParameter("scope").orElse("").split(" ", -1));
        return SCOPES.stream().filter(words::contains).toList();
    }

    private Main question(ToolConsent.Tool tool, String client, String state, List<String> scopes) {
        UnorderedList told = new UnorderedList();
        scopes.forEach(scope -> told.add(new ListItem(getTranslation("consent.scope." + scope))));
        Form agree = new Form(client, state, scopes);
        agree.add(button("consent.agree", "primary"));
        Form refuse = new Form(client, state, List.of());
        refuse.add(button("consent.refuse", "plain-act"));
        return new Main(
                Brand.mark(),
                new H1(getTranslation("consent.title", tool.name())),
                new Paragraph(
                        getTranslation(
                                "consent.whose", tool.firm(), String.join(", ", tool.places()))),
                new Paragraph(getTranslation("consent.what")),
                told,
                new Paragraph(getTranslation("consent.limits")),
                agree,
                refuse);
    }

    private NativeButton button(String text, String look) {
        NativeButton button = new NativeButton(getTranslation(text));
        button.getElement().setAttribute("type", "submit");
        button.addClassName(look);
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("title.consent") + " · Cloisonné";
    }

    /** A true form: the browser posts the answer to the issuer, which leads on to the tool. */
    @Tag("form")
    private static final class Form extends HtmlContainer {

        Form(String client, String state, List<String> scopes) {
            getElement().setAttribute("method", "post");
            getElement().setAttribute("action", "/oauth2/authorize");
            hidden("client_id", client);
            hidden("state", state);
            scopes.forEach(scope -> hidden("scope", scope));
        }

        private void hidden(String name, String value) {
            Element field = new Element("input");
            field.setAttribute("type", "hidden");
            field.setAttribute("name", name);
            field.setAttribute("value", value);
            getElement().appendChild(field);
        }
    }
}
