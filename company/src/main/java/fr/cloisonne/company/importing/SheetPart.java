package fr.cloisonne.company.importing;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The part of a workbook that is one sheet, read line by line. */
final class SheetPart {

    private static final int MOST_DIGITS = 30;

    private final List<String> shared;
    private final Consumer<SheetRow> taker;
    private int line;
    private List<SheetCell> cells = new ArrayList<>();

    SheetPart(List<String> shared, Consumer<SheetRow> taker) {
        this.shared = shared;
        this.taker = taker;
    }

    void read(XMLStreamReader xml) throws XMLStreamException {
        while (WorkbookRows.next(xml)) {
            if (WorkbookRows.starts(xml, "row")) {
                line = Math.max(line + 1, number(WorkbookRows.attribute(xml, "r"), 0));
                cells = new ArrayList<>();
            } else if (WorkbookRows.starts(xml, "c")) {
                cell(xml);
            } else if (xml.isEndElement() && xml.getLocalName().equals("row")) {
                taker.accept(new SheetRow(line, cells));
            }
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        int column = column(WorkbookRows.attribute(xml, "r"), cells.size());
        SheetCell cell = value(xml, WorkbookRows.attribute(xml, "t"));
        if (column >= SheetRow.MOST_COLUMNS) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(SheetCell.EMPTY);
        }
        cells.set(column, cell);
    }

    private SheetCell value(XMLStreamReader xml, String type) throws XMLStreamException {
        StringBuilder raw = new StringBuilder();
        String inline = null;
        boolean inValue = false;
        while (WorkbookRows.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals("c"))) {
            if (WorkbookRows.starts(xml, "is")) {
                inline = WorkbookRows.text(xml, "is");
            } else if (xml.isStartElement()) {
                inValue = xml.getLocalName().equals("v");
            } else if (xml.isEndElement()) {
                inValue = false;
            } else if (inValue && raw.length() <= SheetCell.LONGEST) {
                raw.append(xml.getText());
            }
        }
        if (inline != null) {
            return SheetCell.text(inline);
        }
        return switch (type) {
            case "s" -> SheetCell.text(shared(raw.toString()));
            case "", "n" -> number(raw.toString());
            default -> SheetCell.text(raw.toString());
        };
    }

    private String shared(String index) {
        int place = number(index, -1);
        if (place < 0 || place >= shared.size()) {
            throw new ImportRefusedException(Reason.BROKEN, line);
        }
        return shared.get(place);
    }

    /** A number as it is kept, without an exponent: 9.00000019E8 is 900000019. */
    private static SheetCell number(String raw) {
        if (raw.isBlank()) {
            return SheetCell.EMPTY;
        }
        try {
            BigDecimal number = new BigDecimal(raw.strip());
            boolean readable =
                    number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
            return readable
                    ? new SheetCell(number.stripTrailingZeros().toPlainString(), true)
                    : SheetCell.text(raw);
        } catch (NumberFormatException none) {
            return SheetCell.text(raw);
        }
    }

    private static int number(String digits, int otherwise) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : otherwise;
    }

    /** Of B7 the second; letters beyond any spreadsheet's are beyond every column here. */
    private static int column(String reference, int otherwise) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && Character.isLetter(reference.charAt(letters))) {
            char letter = reference.charAt(letters);
            if (letter < 'A' || letter > 'Z' || letters > 2) {
                return SheetRow.MOST_COLUMNS;
            }
            column = column * 26 + (letter - 'A' + 1);
            letters++;
        }
        return letters == 0 ? otherwise : column - 1;
    }
}
