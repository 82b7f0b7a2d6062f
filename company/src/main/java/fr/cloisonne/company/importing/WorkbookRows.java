package fr.cloisonne.company.importing;

import fr.cloisonne.company.importing.ImportRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the first visible sheet of a workbook (ECMA-376). Of a formula only the value that
 * the spreadsheet left beside it is read; nothing is computed.
 */
final class WorkbookRows {

    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private static final int MOST_SHARED = 500_000;

    private final WorkbookParts parts;
    private final List<String> shared = new ArrayList<>();

    private WorkbookRows(WorkbookParts parts) {
        this.parts = parts;
    }

    static void read(Path file, Consumer<SheetRow> taker) throws IOException {
        try (WorkbookParts parts = new WorkbookParts(file)) {
            new WorkbookRows(parts).read(taker);
        }
    }

    private void read(Consumer<SheetRow> taker) throws IOException {
        String book = relation("", "_rels/.rels", "/officeDocument");
        if (book == null) {
            throw new ImportRefusedException(Reason.NOT_A_TABLE);
        }
        String folder = book.substring(0, book.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + book.substring(folder.length()) + ".rels";
        String strings = relation(folder, relations, "/sharedStrings");
        if (strings != null) {
            parts.read(strings, this::shared);
        }
        String sheet = relations(folder, relations).get(firstSheet(book));
        if (sheet == null) {
            throw new ImportRefusedException(Reason.NOT_A_TABLE);
        }
        parts.read(sheet, xml -> new SheetPart(shared, taker).read(xml));
    }

    private @Nullable String relation(String folder, String part, String kind) throws IOException {
        List<String> found = new ArrayList<>();
        parts.read(
                part,
                xml -> {
                    while (next(xml)) {
                        if (starts(xml, "Relationship") && attribute(xml, "Type").endsWith(kind)) {
                            found.add(target(folder, attribute(xml, "Target")));
                        }
                    }
                });
        return found.isEmpty() ? null : found.getFirst();
    }

    private Map<String, String> relations(String folder, String part) throws IOException {
        Map<String, String> targets = new HashMap<>();
        parts.read(
                part,
                xml -> {
                    while (next(xml)) {
                        if (starts(xml, "Relationship")) {
                            targets.put(
                                    attribute(xml, "Id"), target(folder, attribute(xml, "Target")));
                        }
                    }
                });
        return targets;
    }

    private static String target(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    private String firstSheet(String book) throws IOException {
        List<String> visible = new ArrayList<>();
        parts.read(
                book,
                xml -> {
                    while (next(xml)) {
                        if (starts(xml, "sheet") && !attribute(xml, "state").endsWith("idden")) {
                            String id = xml.getAttributeValue(RELATION, "id");
                            visible.add(id == null ? named(xml, STRICT) : id);
                        }
                    }
                });
        return visible.isEmpty() ? "" : visible.getFirst();
    }

    private void shared(XMLStreamReader xml) throws XMLStreamException {
        while (next(xml)) {
            if (starts(xml, "si")) {
                if (shared.size() == MOST_SHARED) {
                    throw new ImportRefusedException(Reason.HOSTILE);
                }
                shared.add(text(xml, "si"));
            }
        }
    }

    /** The text of an element and of what is in it, without the readings beside it. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int beside = 0;
        while (next(xml) && !(xml.isEndElement() && xml.getLocalName().equals(element))) {
            if (xml.isStartElement()) {
                beside += xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = xml.getLocalName().equals("t");
            } else if (xml.isEndElement()) {
                beside -= xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
            } else if (inText && beside == 0 && text.length() <= SheetCell.LONGEST) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    /** The next start, end or text; what only a hostile file has in it is refused. */
    static boolean next(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new ImportRefusedException(Reason.HOSTILE);
            }
            if (xml.isStartElement() || xml.isEndElement() || xml.isCharacters()) {
                return true;
            }
        }
        return false;
    }

    static boolean starts(XMLStreamReader xml, String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    static String attribute(XMLStreamReader xml, String name) {
        return named(xml, null, name);
    }

    private static String named(XMLStreamReader xml, String space) {
        return named(xml, space, "id");
    }

    private static String named(XMLStreamReader xml, @Nullable String space, String name) {
        String value = xml.getAttributeValue(space, name);
        return value == null ? "" : value;
    }
}
