package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A short word at the foot of the page that goes by itself. */
public final class Toast {

    private static final int EIGHT_SECONDS = 8000;

    private Toast() {}

    /** What was done. */
    public static void done(String text) {
        Notification.show(text, EIGHT_SECONDS, Position.BOTTOM_START);
    }

    /** What was refused. */
    public static void refusal(String text) {
        Notification shown = Notification.show(text, EIGHT_SECONDS, Position.BOTTOM_START);
        shown.addThemeVariants(NotificationVariant.ERROR);
        shown.setAssertive(true);
    }
}
