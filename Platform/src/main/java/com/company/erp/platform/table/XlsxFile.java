package com.company.erp.platform.table;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a spreadsheet file (ECMA-376, part 2): XML in a zip archive, tied together by relations. */
final class XlsxFile implements Closeable {

    private static final int MOST_PARTS = 10_000;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty("jdk.xml.maxElementDepth", "50");
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final ZipFile zip;
    private LocalDate dayZero = DAY_ZERO;
    private String firstSheetId = "";

    XlsxFile(Path file) throws IOException {
        try {
            this.zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw TableReader.malformed("The file is not an XLSX spreadsheet.");
        }
        if (zip.size() > MOST_PARTS) {
            zip.close();
            throw TableReader.malformed("The spreadsheet has too many parts.");
        }
    }

    /** The path of the first sheet. */
    String firstSheet(String workbook) throws IOException, XMLStreamException {
        XMLStreamReader xml = open(workbook);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("workbookPr") && isTrue(attribute(xml, "date1904"))) dayZero = DAY_ZERO_1904;
            if (xml.getLocalName().equals("sheet") && firstSheetId.isEmpty()) firstSheetId = attribute(xml, "id");
        }
        String sheet = related(workbook, "Id", firstSheetId);
        if (sheet == null) throw TableReader.malformed("The spreadsheet has no sheet.");
        return sheet;
    }

    String workbook() throws IOException, XMLStreamException {
        String workbook = related("", "Type", "/officeDocument");
        if (workbook == null) throw TableReader.malformed("The file is not an XLSX spreadsheet.");
        return workbook;
    }

    @Nullable String strings(String workbook) throws IOException, XMLStreamException {
        return related(workbook, "Type", "/sharedStrings");
    }

    LocalDate dayZero() {
        return dayZero;
    }

    /** The part that a relation of the given part leads to, by its id or by the end of its type. */
    private @Nullable String related(String part, String attribute, String value)
            throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String relations = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        if (zip.getEntry(relations) == null) return null;
        XMLStreamReader xml = open(relations);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("Relationship")) continue;
            String found = attribute(xml, attribute);
            if (attribute.equals("Id") ? found.equals(value) : found.endsWith(value)) {
                return resolve(part, attribute(xml, "Target"));
            }
        }
        return null;
    }

    private static String resolve(String part, String target) {
        try {
            String path = URI.create("/" + part).resolve(target).getPath();
            if (path != null && path.startsWith("/")) return path.substring(1);
        } catch (IllegalArgumentException e) {
            // Falls through to the refusal below: the target is no URI.
        }
        throw TableReader.malformed("The parts of the spreadsheet are not tied together.");
    }

    XMLStreamReader open(String part) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) throw TableReader.malformed("The spreadsheet lacks its part " + Columns.printable(part));
        try {
            var guarded = new GuardedXml(zip.getInputStream(entry), entry.getCompressedSize());
            return XML.createXMLStreamReader(new InputStreamReader(guarded, StandardCharsets.UTF_8));
        } catch (ZipException | EOFException e) {
            throw TableReader.malformed("The spreadsheet is damaged.");
        }
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
        }
        return "";
    }

    private static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("true");
    }

    /** The text up to the end of an element: values and runs of text, without the phonetic hints of East Asian text. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean wanted = false;
        boolean phonetic = false;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    phonetic |= name.equals("rPh");
                    wanted = !phonetic && (name.equals("v") || name.equals("t"));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    wanted = false;
                    if (xml.getLocalName().equals("rPh")) phonetic = false;
                    if (xml.getLocalName().equals(element)) return unescaped(text);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    if (wanted && text.length() <= TableRow.MOST_TEXT) text.append(xml.getText());
                }
                default -> {}
            }
        }
    }

    /** Characters that XML cannot hold are written as _x0007_. */
    private static String unescaped(StringBuilder text) {
        if (text.indexOf("_x") < 0) return text.toString();
        return ESCAPED.matcher(text)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(m.group(1), 16))));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
