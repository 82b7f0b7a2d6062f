package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.signals.Signal;

/** A window in which a table has no room for its columns: they stand below each other then. */
public final class NarrowScreen {

    /** Widest of them, in pixels; as in the style sheet. */
    private static final int WIDEST = 800;

    private NarrowScreen() {}

    /**
     * Tells a component whether its window is narrow, now and whenever that changes.
     *
     * @param component which fits itself
     * @param fit takes true for narrow; what has not told its size yet counts as wide
     */
    public static void fit(Component component, SerializableConsumer<Boolean> fit) {
        var window = UI.getCurrentOrThrow().getPage().windowSizeSignal();
        Signal.effect(component, () -> fit.accept(narrow(window.get().width())));
    }

    private static boolean narrow(int width) {
        return width > 0 && width <= WIDEST;
    }
}
