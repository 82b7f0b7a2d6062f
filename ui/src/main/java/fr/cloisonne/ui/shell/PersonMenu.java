package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import fr.cloisonne.identity.PersonCard;
import fr.cloisonne.ui.text.Translations;
import java.util.Locale;

/** Who is signed in: their language, their account, and the way out. */
class PersonMenu extends MenuBar {

    private final Reader reader;

    PersonMenu(Reader reader) {
        this.reader = reader;
        addThemeVariants(MenuBarVariant.TERTIARY);
        PersonCard person = reader.card();
        String name = person.name().display();
        Span shown = new Span(name);
        shown.addClassName("person-name");
        Span label = new Span(avatar(name), shown);
        label.addClassName("bar");
        label.getStyle().set("padding", "0");
        MenuItem root = addItem(label);
        root.setAriaLabel(getTranslation("person.menu", name));
        Translations.LANGUAGES.forEach(language -> offer(root, language, person.language()));
        offer(root, "menu.account", "account");
        offer(root, "menu.sessions", "account/sessions");
        offer(root, "title.activity", "account/activity");
        offer(root, "menu.account-security", "account/security");
        offer(root, "menu.identities", "account/identities");
        offer(root, "title.tools", "account/tools");
        offer(root, "title.own-rights", "rights");
        offer(root, "person.absence", "absence");
        offer(root, "title.arrivals", "arrivals");
        offer(root, "title.further-firm", "account/firms");
        root.getSubMenu().addItem(getTranslation("person.out"), press -> reader.signOut());
    }

    private static Avatar avatar(String name) {
        Avatar avatar = new Avatar(name);
        avatar.getElement().setAttribute("aria-hidden", "true");
        return avatar;
    }

    private void offer(MenuItem root, String text, String address) {
        root.getSubMenu()
                .addItem(
                        getTranslation(text),
                        press -> getUI().ifPresent(ui -> ui.navigate(address)));
    }

    private void offer(MenuItem root, Locale language, Locale current) {
        String own = language.getDisplayLanguage(language);
        String shown = own.substring(0, 1).toUpperCase(language) + own.substring(1);
        MenuItem item = root.getSubMenu().addItem(shown, press -> speak(language));
        item.getElement().setAttribute("lang", language.getLanguage());
        item.setCheckable(true);
        item.setChecked(Translations.spoken(current).equals(language));
    }

    private void speak(Locale language) {
        reader.speak(language);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
