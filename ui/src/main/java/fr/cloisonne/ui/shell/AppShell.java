package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Meta;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page that carries every view: theme, our one style sheet, the mark, push. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@Viewport("width=device-width, initial-scale=1")
@Meta(name = "color-scheme", content = "light dark")
@Push
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.ico", "32x32");
    }
}
