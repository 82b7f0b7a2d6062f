package fr.cloisonne.ui.operator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import fr.cloisonne.tenancy.value.SchemaLine;
import fr.cloisonne.ui.text.Formats;

/** One client company whose schema lags or failed: whose it is, why, and what comes next. */
class SchemaItem extends ListItem {

    SchemaItem(SchemaLine line, Formats formats) {
        Span name = new Span(line.company());
        name.addClassName("name");
        Div words = new Div(new Div(name), quiet(whose(line)), new Div(state(line, formats)));
        words.addClassName("grow");
        if (!line.reason().isEmpty()) {
            words.add(quiet(getTranslation("schemas.reason", line.reason(), line.tries())));
        }
        add(words);
        if (line.failedAt() != null) {
            Span when = new Span(formats.recent(line.failedAt()));
            when.addClassName("when");
            add(when);
        }
    }

    private String whose(SchemaLine line) {
        String version =
                line.version() == null
                        ? getTranslation("schemas.version.unknown")
                        : getTranslation("schemas.version", line.version());
        String schema = getTranslation("schemas.schema", line.schema(), line.cell());
        return line.siren() == null
                ? getTranslation("schemas.facts.nobody", version, schema)
                : getTranslation(
                        "schemas.facts",
                        line.siren().formatted(),
                        line.firm() == null ? "–" : line.firm(),
                        version,
                        schema);
    }

    private String state(SchemaLine line, Formats formats) {
        String next = line.nextAt() == null ? "" : formats.recent(line.nextAt());
        return getTranslation("schemas.state." + line.state(), next);
    }

    private static Div quiet(String text) {
        Span words = new Span(text);
        words.addClassName("quiet");
        return new Div(words);
    }
}
