package fr.cloisonne.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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

    /** What was done, and the way back for as long as it is said. */
    public static void undoable(String text, String undo, Runnable back) {
        Notification shown = new Notification();
        shown.setDuration(EIGHT_SECONDS);
        shown.setPosition(Position.BOTTOM_START);
        Button button =
                new Button(
                        undo,
                        press -> {
                            shown.close();
                            back.run();
                        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div line = new Div(new Span(text), button);
        line.addClassName("acts");
        shown.add(line);
        shown.open();
    }

    /** What was refused. */
    public static void refusal(String text) {
        Notification shown = Notification.show(text, EIGHT_SECONDS, Position.BOTTOM_START);
        shown.addThemeVariants(NotificationVariant.ERROR);
        shown.setAssertive(true);
    }
}
