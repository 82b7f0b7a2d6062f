package fr.cloisonne.ui.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of ready-made components, which speak English until told otherwise. */
public final class ComponentTexts {

    private ComponentTexts() {}

    /** A date picker in the reader's language that also understands a day typed without slashes. */
    public static DatePicker datePicker(String label, LocalDate today, Locale locale) {
        DatePicker picker = new DatePicker(label);
        picker.setI18n(dates(picker, locale).setReferenceDate(today));
        return picker;
    }

    private static DatePickerI18n dates(Component reader, Locale locale) {
        return new DatePickerI18n()
                .setMonthNames(months(locale))
                .setWeekdays(weekdays(TextStyle.FULL, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT, locale))
                .setFirstDayOfWeek(1)
                .setDateFormats("dd/MM/yyyy", "ddMMyyyy", "dd/MM/yy", "ddMMyy")
                .setToday(reader.getTranslation("date.today"))
                .setCancel(reader.getTranslation("act.cancel"))
                .setBadInputErrorMessage(reader.getTranslation("date.unreadable"))
                .setRequiredErrorMessage(reader.getTranslation("field.required"));
    }

    private static List<String> months(Locale locale) {
        return Arrays.stream(java.time.Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList();
    }

    private static List<String> weekdays(TextStyle style, Locale locale) {
        return java.util.stream.IntStream.rangeClosed(0, 6)
                .mapToObj(day -> java.time.DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }

    /** The words of an upload field. */
    public static UploadI18N upload(Upload field) {
        return new UploadI18N()
                .setDropFiles(
                        new UploadI18N.DropFiles()
                                .setOne(field.getTranslation("upload.drop"))
                                .setMany(field.getTranslation("upload.drop")))
                .setAddFiles(
                        new UploadI18N.AddFiles()
                                .setOne(field.getTranslation("upload.choose"))
                                .setMany(field.getTranslation("upload.choose")))
                .setError(
                        new UploadI18N.Error()
                                .setTooManyFiles(field.getTranslation("upload.many"))
                                .setFileIsTooBig(field.getTranslation("upload.big"))
                                .setIncorrectFileType(field.getTranslation("upload.type")))
                .setFile(
                        new UploadI18N.File()
                                .setRemove(field.getTranslation("upload.remove"))
                                .setRetry(field.getTranslation("upload.retry"))
                                .setStart(field.getTranslation("upload.start")))
                .setUploading(uploading(field))
                .setUnits(List.of(field.getTranslation("upload.units").split(" ")), 1000);
    }

    private static UploadI18N.Uploading uploading(Upload field) {
        return new UploadI18N.Uploading()
                .setStatus(
                        new UploadI18N.Uploading.Status()
                                .setConnecting(field.getTranslation("upload.connecting"))
                                .setStalled(field.getTranslation("upload.stalled"))
                                .setProcessing(field.getTranslation("upload.processing"))
                                .setHeld(field.getTranslation("upload.held")))
                .setRemainingTime(
                        new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(field.getTranslation("upload.remaining"))
                                .setUnknown(field.getTranslation("upload.unknown")))
                .setError(
                        new UploadI18N.Uploading.Error()
                                .setServerUnavailable(field.getTranslation("upload.unavailable"))
                                .setUnexpectedServerError(field.getTranslation("upload.failed"))
                                .setFileTooLarge(field.getTranslation("upload.big"))
                                .setForbidden(field.getTranslation("upload.forbidden")));
    }

    /** What a field of several values says to those who hear it. */
    public static MultiSelectComboBoxI18n manyOf(MultiSelectComboBox<?> field) {
        return new MultiSelectComboBoxI18n()
                .setCleared(field.getTranslation("many.cleared"))
                .setSelected(field.getTranslation("many.selected"))
                .setDeselected(field.getTranslation("many.deselected"))
                .setFocused(field.getTranslation("many.focused"))
                .setTotal(field.getTranslation("many.total", "{count}"));
    }
}
