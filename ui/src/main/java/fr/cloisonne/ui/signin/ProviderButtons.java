package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.identity.federation.ProviderButton;
import java.util.List;

/** One button a provider, its name in real text, and what it is for whoever asks. */
class ProviderButtons extends Div {

    ProviderButtons(List<ProviderButton> providers) {
        for (ProviderButton provider : providers) {
            add(button(provider), explanation(provider));
        }
        Span or = new Span(getTranslation("signin.or"));
        or.addClassName("or");
        add(or);
        setVisible(!providers.isEmpty());
    }

    /** The button alone, in the language of the page that is being made. */
    static Anchor button(ProviderButton provider) {
        Anchor button = new Anchor(provider.startUrl());
        button.setText(button.getTranslation("signin.with", provider.label()));
        button.setRouterIgnore(true);
        button.addClassName("provider");
        return button;
    }

    private NativeDetails explanation(ProviderButton provider) {
        NativeDetails details = new NativeDetails(getTranslation("signin.what", provider.label()));
        details.setContent(new Paragraph(getTranslation("signin.what.answer", provider.label())));
        details.addClassName("quiet");
        return details;
    }
}
