package fr.cloisonne.ui.enamel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Facts held by a hairline: each a small caption over its value. */
@Tag("dl")
public class Facts extends DescriptionList {

    /** An empty list of facts. */
    public Facts() {
        addClassName("facts");
    }

    /** Adds a fact; a blank value shows as a dash. */
    public Facts with(String caption, String value) {
        return with(caption, new Span(value.isBlank() ? "–" : value));
    }

    /** Adds a fact shown by a component. */
    public Facts with(String caption, Component value) {
        getElement().appendChild(fact(caption, value).getElement());
        return this;
    }

    /** Adds a fact over the whole width. */
    public Facts wide(String caption, Component value) {
        Div fact = fact(caption, value);
        fact.addClassName("wide");
        getElement().appendChild(fact.getElement());
        return this;
    }

    private static Div fact(String caption, Component value) {
        return new Div(new Term(caption), new Description(value));
    }
}
