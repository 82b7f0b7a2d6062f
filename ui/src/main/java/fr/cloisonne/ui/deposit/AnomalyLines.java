package fr.cloisonne.ui.deposit;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.cloisonne.invoicing.compliance.Anomaly;
import fr.cloisonne.invoicing.compliance.AnomalyText;
import fr.cloisonne.invoicing.compliance.AnomalyTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Anomalies for the person who must mend them: what, where, found, expected, what to do. */
public final class AnomalyLines extends UnorderedList {

    /** The lines of these anomalies, in the reader's language. */
    public AnomalyLines(List<Anomaly> anomalies) {
        addClassName("anomalies");
        anomalies.forEach(anomaly -> add(line(AnomalyTexts.render(anomaly, getLocale()))));
    }

    private ListItem line(AnomalyText text) {
        Paragraph what = new Paragraph(text.title());
        what.addClassName("what");
        DescriptionList facts = new DescriptionList();
        fact(facts, "anomaly.where", text.field());
        fact(facts, "anomaly.found", text.found());
        fact(facts, "anomaly.expected", text.expected());
        ListItem line = new ListItem(what, facts);
        if (!text.correction().isBlank()) {
            Paragraph fix = new Paragraph(getTranslation("anomaly.fix", text.correction()));
            fix.addClassName("fix");
            line.add(fix);
        }
        line.add(source(text));
        return line;
    }

    private Paragraph source(AnomalyText text) {
        Paragraph source = new Paragraph(getTranslation("anomaly.rule", text.source()));
        source.addClassName("source");
        return source;
    }

    private void fact(DescriptionList facts, String caption, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Term(getTranslation(caption)), new Description(value));
        }
    }
}
