package fr.cloisonne.ui.company;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.company.DirectoryFinding;
import fr.cloisonne.tenancy.value.DirectoryEntry;
import fr.cloisonne.tenancy.value.PostalAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the public directory proposes while somebody types: asked beside the form, so that nobody
 * waits for it, and the answer to what is no longer typed is thrown away.
 */
class DirectoryProposals extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryProposals.class);

    private final Consumer<DirectoryEntry> chosen;
    private int asked;

    DirectoryProposals(Consumer<DirectoryEntry> chosen) {
        this.chosen = chosen;
        addClassName("proposals");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Nothing is proposed, and whatever is on its way comes too late. */
    void clear() {
        asked++;
        removeAll();
    }

    /** Asks; an empty answer is told only where somebody gave a whole number. */
    void ask(boolean number, Supplier<DirectoryFinding> directory) {
        clear();
        int question = asked;
        add(quiet("proposal.asking"));
        UI ui = getUI().orElseThrow();
        Thread.ofVirtual().name("directory").start(() -> answer(ui, question, number, directory));
    }

    private void answer(UI ui, int question, boolean number, Supplier<DirectoryFinding> directory) {
        DirectoryFinding finding = found(directory);
        try {
            var _ =
                    ui.access(() -> {
                        if (question == asked) {
                            show(finding, number);
                        }
                    });
        } catch (UIDetachedException closed) {
            LOG.debug("the page was closed before the directory answered", closed);
        }
    }

    private static DirectoryFinding found(Supplier<DirectoryFinding> directory) {
        try {
            return directory.get();
        } catch (RuntimeException failure) {
            LOG.error("the directory could not be asked", failure);
            return new DirectoryFinding(false, List.of());
        }
    }

    private void show(DirectoryFinding finding, boolean number) {
        removeAll();
        if (!finding.answered()) {
            add(quiet("proposal.away"));
        } else if (!finding.entries().isEmpty()) {
            add(quiet("proposal.choose"));
            finding.entries().forEach(entry -> add(proposal(entry)));
        } else if (number) {
            add(quiet("proposal.unknown"));
        }
    }

    private Paragraph quiet(String key) {
        Paragraph told = new Paragraph(getTranslation(key));
        told.addClassName("quiet");
        return told;
    }

    private Button proposal(DirectoryEntry entry) {
        Span name = new Span(entry.name());
        name.addClassName("name");
        Span about = new Span(about(entry));
        about.addClassName("quiet");
        Button take = new Button();
        take.getElement().appendChild(name.getElement(), about.getElement());
        take.addThemeVariants(ButtonVariant.TERTIARY);
        take.addClassName("proposal");
        take.addClickListener(press -> {
            clear();
            chosen.accept(entry);
        });
        return take;
    }

    private String about(DirectoryEntry entry) {
        String where =
                Optional.ofNullable(entry.address())
                        .map(DirectoryProposals::line)
                        .orElseGet(() -> getTranslation("proposal.no-address"));
        return getTranslation(
                entry.active() ? "proposal.active" : "proposal.ceased",
                entry.siren().formatted(),
                where);
    }

    private static String line(PostalAddress address) {
        return address.line1() + ", " + address.postalCode() + " " + address.city();
    }
}
