package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.cloisonne.ui.text.Translations;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Speaks to each reader in the language of their account, before sign-in in the browser's. */
@Component
class ReaderLanguage implements VaadinServiceInitListener {

    private final Reader reader;

    ReaderLanguage(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::announce);
        event.getSource().addUIInitListener(this::speak);
    }

    private void announce(IndexHtmlResponse page) {
        Locale language = of(page.getVaadinRequest());
        page.getDocument().child(0).attr("lang", language.getLanguage());
    }

    private void speak(UIInitEvent event) {
        UI ui = event.getUI();
        ui.setLocale(of(VaadinRequest.getCurrent()));
        ui.getReconnectDialogConfiguration().setDialogText(ui.getTranslation("connection.lost"));
        ui.getReconnectDialogConfiguration()
                .setDialogTextGaveUp(ui.getTranslation("connection.gone"));
    }

    private Locale of(VaadinRequest request) {
        return reader.language().orElseGet(() -> Translations.spoken(request.getLocale()));
    }
}
