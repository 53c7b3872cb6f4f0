package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a spreadsheet (ECMA-376, part 1, section 18.3), read cell by cell, so that no row or reference,
 * however large, takes more memory than the header allows.
 */
final class XlsxReader implements TableReader {

    private static final int MOST_COLUMNS = 16_384;
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})\\d{1,7}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");

    /** Spreadsheets calculate in binary with 15 reliable digits, and write 0.1 + 0.2 with 17. */
    private static final MathContext RELIABLE = new MathContext(15);

    private final XlsxFile file;
    private final SharedStrings strings;
    private @Nullable XMLStreamReader sheet;
    private List<String> columns = List.of();
    private int number;
    private int column;

    private XlsxReader(Path path) throws IOException {
        this.file = new XlsxFile(path);
        this.strings = new SharedStrings();
    }

    static XlsxReader open(Path path, Columns columns) throws IOException {
        var reader = new XlsxReader(path);
        try {
            reader.begin(columns);
            return reader;
        } catch (XMLStreamException e) {
            reader.close();
            throw malformedXml();
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void begin(Columns wanted) throws IOException, XMLStreamException {
        String workbook = file.workbook();
        String shared = file.strings(workbook);
        String first = file.firstSheet(workbook);
        if (shared != null) strings.load(file.open(shared));
        sheet = file.open(first);
        while (moveToRow(sheet)) {
            List<String> headings = headings(sheet);
            if (headings.isEmpty()) continue;
            columns = wanted.resolve(headings);
            return;
        }
        throw new InvalidInput("file", "file.empty", "The first sheet is empty.");
    }

    private List<String> headings(XMLStreamReader xml) throws XMLStreamException {
        var headings = new ArrayList<String>();
        while (moveToCell(xml)) {
            String type = XlsxFile.attribute(xml, "t");
            String text = XlsxFile.text(xml, "c");
            if (type.equals("s")) text = strings.get(text);
            if (text.isBlank()) continue;
            while (headings.size() < column) headings.add("");
            headings.add(text);
        }
        return headings;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        XMLStreamReader xml = sheet;
        if (xml == null) return null;
        try {
            while (moveToRow(xml)) {
                var row = new TableRow(number);
                while (moveToCell(xml)) cell(xml, row);
                if (!row.isEmpty()) return row;
            }
            return null;
        } catch (XMLStreamException e) {
            throw malformedXml();
        }
    }

    private boolean moveToRow(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("row")) continue;
            String given = XlsxFile.attribute(xml, "r");
            int next = given.matches("\\d{1,7}") ? Integer.parseInt(given) : number + 1;
            if (next <= number) throw TableReader.malformed("The rows of the spreadsheet are not in order.");
            number = next;
            column = -1;
            return true;
        }
        return false;
    }

    /** Moves to the row's next cell and notes its column. */
    private boolean moveToCell(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) return false;
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) continue;
            int next = column(XlsxFile.attribute(xml, "r"));
            if (next <= column || next >= MOST_COLUMNS) {
                throw TableReader.malformed("The cells of row " + number + " are not in order.");
            }
            column = next;
            return true;
        }
        return false;
    }

    private int column(String reference) {
        if (reference.isEmpty()) return column + 1;
        var matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) throw TableReader.malformed("A cell of row " + number + " has no place.");
        int index = 0;
        for (char letter : matcher.group(1).toCharArray()) index = index * 26 + letter - 'A' + 1;
        return index - 1;
    }

    private void cell(XMLStreamReader xml, TableRow row) throws XMLStreamException {
        String type = XlsxFile.attribute(xml, "t");
        String text = XlsxFile.text(xml, "c");
        if (text.isBlank()) return;
        if (column >= columns.size()) {
            row.refuse("row", "row.columns", "The row has a cell in a column without a heading.");
            return;
        }
        String name = columns.get(column);
        switch (type) {
            case "s" -> row.put(name, strings.get(text), null);
            case "b" -> row.put(name, text.equals("1") ? "true" : "false", null);
            case "e" -> row.refuse(name, "cell.error", "The cell shows an error instead of a value.");
            case "", "n" -> number(row, name, text);
            default -> row.put(name, text, null);
        }
    }

    private void number(TableRow row, String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw TableReader.malformed("A number of row " + row.number() + " is none.");
        }
        var value = new BigDecimal(text).round(RELIABLE).stripTrailingZeros();
        row.put(name, value.toPlainString(), file.dayZero());
    }

    private static InvalidInput malformedXml() {
        return TableReader.malformed("The spreadsheet is damaged: its XML is not well-formed.");
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            strings.close();
        }
    }
}
