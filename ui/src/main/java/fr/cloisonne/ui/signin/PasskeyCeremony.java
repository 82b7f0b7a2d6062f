package fr.cloisonne.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;

/** What the browser does with a passkey; it asks the person by itself, in its own window. */
public final class PasskeyCeremony {

    private static final String ASK =
            """
            return (async () => {
              const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse($0));
              return JSON.stringify((await navigator.credentials.get({publicKey})).toJSON());
            })()\
            """;

    private static final String MAKE =
            """
            return (async () => {
              const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse($0));
              return JSON.stringify((await navigator.credentials.create({publicKey})).toJSON());
            })()\
            """;

    private PasskeyCeremony() {}

    /** Asks for a passkey; one of the two is called with what came of it. */
    public static void ask(
            Component page,
            String question,
            SerializableConsumer<String> answered,
            SerializableConsumer<String> failed) {
        page.getElement().executeJs(ASK, question).then(String.class, answered, failed);
    }

    /** Makes a passkey; one of the two is called with what came of it. */
    public static void make(
            Component page,
            String wish,
            SerializableConsumer<String> made,
            SerializableConsumer<String> failed) {
        page.getElement().executeJs(MAKE, wish).then(String.class, made, failed);
    }
}
