package fr.cloisonne.ui.typed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field whose value can be kept as text, and what it held before anybody typed.
 *
 * @param name its label, which tells it from the others of its form
 * @param field the field
 * @param initial what it held
 * @param text its value as text
 * @param value the value of such a text, if it is still one
 */
record TypedField<V>(
        String name,
        HasValue<?, V> field,
        V initial,
        Function<V, String> text,
        Function<String, Optional<V>> value) {

    /** A choice is kept by its label; many of them by a line each. */
    private static final String AND = "\n";

    private static final int AFTER_MILLISECONDS = 1_000;

    /** All that can be kept in a form; passwords are not among it. */
    static List<TypedField<?>> in(Component form) {
        return form.getChildren().flatMap(TypedField::each).toList();
    }

    private static Stream<TypedField<?>> each(Component one) {
        return switch (one) {
            case TextField text -> Stream.of(typed(text.getLabel(), text));
            case TextArea text -> Stream.of(typed(text.getLabel(), text));
            case EmailField text -> Stream.of(typed(text.getLabel(), text));
            case DatePicker day -> Stream.of(day(day));
            case Checkbox box -> Stream.of(box(box));
            case Select<?> choice -> choice(choice);
            case RadioButtonGroup<?> choice -> choice(choice);
            case ComboBox<?> choice -> choice(choice);
            case CheckboxGroup<?> choices -> choices(choices);
            case MultiSelectComboBox<?> choices -> choices(choices);
            default -> one.getChildren().flatMap(TypedField::each);
        };
    }

    /** What is typed must not wait for the field to be left. */
    private static TypedField<?> typed(@Nullable String label, TextFieldBase<?, String> field) {
        if (field.getValueChangeMode() == ValueChangeMode.ON_CHANGE) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(AFTER_MILLISECONDS);
        }
        return new TypedField<>(
                named(label), field, field.getValue(), Function.identity(), Optional::of);
    }

    private static TypedField<?> day(DatePicker field) {
        return new TypedField<>(
                named(field.getLabel()),
                field,
                field.getValue(),
                day -> day == null ? "" : day.toString(),
                TypedField::day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static TypedField<?> box(Checkbox field) {
        return new TypedField<>(
                named(field.getLabel()),
                field,
                field.getValue(),
                String::valueOf,
                text -> Optional.of(Boolean.valueOf(text)));
    }

    private static <T> Stream<TypedField<?>> choice(Select<T> field) {
        return one(field.getLabel(), field, field.getItemLabelGenerator(), field.getDataProvider());
    }

    private static <T> Stream<TypedField<?>> choice(RadioButtonGroup<T> field) {
        return one(field.getLabel(), field, field.getItemLabelGenerator(), field.getDataProvider());
    }

    private static <T> Stream<TypedField<?>> choice(ComboBox<T> field) {
        return one(field.getLabel(), field, field.getItemLabelGenerator(), field.getDataProvider());
    }

    private static <T> Stream<TypedField<?>> choices(CheckboxGroup<T> field) {
        return many(
                field.getLabel(), field, field.getItemLabelGenerator(), field.getDataProvider());
    }

    private static <T> Stream<TypedField<?>> choices(MultiSelectComboBox<T> field) {
        return many(
                field.getLabel(), field, field.getItemLabelGenerator(), field.getDataProvider());
    }

    private static <T> Stream<TypedField<?>> one(
            @Nullable String label,
            HasValue<?, T> field,
            @Nullable ItemLabelGenerator<T> names,
            DataProvider<T, ?> items) {
        return known(names, items)
                .map(labels ->
                        new TypedField<>(
                                named(label),
                                field,
                                field.getValue(),
                                item -> item == null ? "" : labels.of(item),
                                text -> labels.item(text)))
                .stream()
                .map(Function.identity());
    }

    private static <T> Stream<TypedField<?>> many(
            @Nullable String label,
            HasValue<?, Set<T>> field,
            @Nullable ItemLabelGenerator<T> names,
            DataProvider<T, ?> items) {
        return known(names, items)
                .map(labels ->
                        new TypedField<>(
                                named(label),
                                field,
                                field.getValue(),
                                chosen ->
                                        chosen.stream()
                                                .map(labels::of)
                                                .sorted()
                                                .collect(Collectors.joining(AND)),
                                text -> Optional.of(labels.items(text))))
                .stream()
                .map(Function.identity());
    }

    /** Items that are looked up as they are needed cannot be found by their label. */
    private static <T, F> Optional<Labels<T>> known(
            @Nullable ItemLabelGenerator<T> names, DataProvider<T, F> items) {
        return items.isInMemory()
                ? Optional.of(
                        new Labels<>(
                                names == null ? String::valueOf : names,
                                items.fetch(new Query<>()).toList()))
                : Optional.empty();
    }

    private static String named(@Nullable String label) {
        return label == null ? "" : label;
    }

    boolean changed() {
        return !text.apply(field.getValue()).equals(text.apply(initial));
    }

    Map.Entry<String, String> entry() {
        return Map.entry(name, text.apply(field.getValue()));
    }

    /** Whether it holds what was typed now. */
    boolean restore(Map<String, String> typed) {
        Optional<V> kept = Optional.ofNullable(typed.get(name)).flatMap(value);
        kept.ifPresent(field::setValue);
        return kept.isPresent();
    }

    void reset() {
        field.setValue(initial);
    }

    void whenTyped(Runnable told) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                told.run();
            }
        });
    }

    /** Items by what a reader sees of them. */
    private record Labels<T>(ItemLabelGenerator<T> names, Collection<T> items) {

        String of(T item) {
            return names.apply(item);
        }

        Optional<T> item(String label) {
            return items.stream().filter(item -> of(item).equals(label)).findFirst();
        }

        Set<T> items(String labels) {
            List<String> wanted = List.of(labels.split(AND, -1));
            Set<T> found = new LinkedHashSet<>();
            items.stream().filter(item -> wanted.contains(of(item))).forEach(found::add);
            return found;
        }
    }
}
