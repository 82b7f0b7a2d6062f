package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import fr.cloisonne.identity.UserAccountId;
import fr.cloisonne.identity.registration.Operators;
import fr.cloisonne.ui.enamel.Notice;
import fr.cloisonne.ui.shell.Page;
import fr.cloisonne.ui.shell.Reader;

/** A page of the people of the service; who has no second factor is led to where one is added. */
public abstract class OperatorPage extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Operators operators;
    private final transient Reader reader;
    private final String name;
    private final String intro;

    /** A page whose name is the text {@code title.<name>}, and what it says below. */
    protected OperatorPage(Operators operators, Reader reader, String name, String intro) {
        this.operators = operators;
        this.reader = reader;
        this.name = name;
        this.intro = intro;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        if (!operators.contains(person())) {
            throw new NotFoundException();
        }
        reader.pages().ofService(person(), name);
        address(event);
        show();
    }

    /** What else the address says, for a page that needs it. */
    protected void address(BeforeEnterEvent event) {
        // Most pages are about the whole service.
    }

    /** Writes the page anew. */
    final void show() {
        removeAll();
        boolean mayAct = operators.mayAct(person());
        head(
                getTranslation("title." + name),
                getTranslation(intro),
                mayAct ? acts() : new Component[0]);
        if (mayAct) {
            show(person());
        } else {
            add(
                    Notice.information(getTranslation("operator.factor")),
                    link(getTranslation("operator.factor.add"), "account/security"));
        }
    }

    /** What can be done on the page as a whole. */
    protected Component[] acts() {
        return new Component[0];
    }

    /** Fills the page below its head. */
    protected abstract void show(UserAccountId operator);

    /** Who reads. */
    protected final UserAccountId person() {
        return reader.person();
    }

    @Override
    public final String getPageTitle() {
        return getTranslation("title." + name) + " · Cloisonné";
    }
}
