package com.company.erp.masterdata.currency;

import com.company.erp.kernel.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the euro reference rates in the forms the European Central Bank publishes: eurofxref-daily.xml, -hist-90d.xml
 * and -hist.xml, eurofxref.csv and eurofxref-hist.csv. Streams, so that the whole history since 1999 needs no memory.
 */
final class EcbFile {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern RATE = Pattern.compile("\\d{1,10}(\\.\\d{1,10})?");
    private static final int LINE_CHARS_MAX = 10_000;

    /** The daily CSV writes its date so; the others write it by ISO 8601. */
    private static final DateTimeFormatter DAILY_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private EcbFile() {}

    /**
     * Hands on every quote of the file, XML or CSV as its first character says.
     *
     * @throws InvalidInput exchange_rates.format
     */
    static void read(InputStream file, Consumer<EcbQuote> quotes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file);
        int first = in.read();
        // A byte order mark, if any, is three bytes from here on.
        while (first == 0xEF || first == 0xBB || first == 0xBF || Character.isWhitespace(first)) first = in.read();
        if (first >= 0) in.unread(first);
        if (first == '<') readXml(in, quotes);
        else readCsv(in, quotes);
    }

    private static void readXml(InputStream file, Consumer<EcbQuote> quotes) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(file);
            LocalDate date = null;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT
                        || !xml.getLocalName().equals("Cube")) continue;
                String time = xml.getAttributeValue(null, "time");
                if (time != null) date = date(time);
                String currency = xml.getAttributeValue(null, "currency");
                if (currency != null) quotes.accept(quote(date, currency, xml.getAttributeValue(null, "rate")));
            }
            if (date == null) throw refusal("The file has no <Cube time=\"…\"> with rates.");
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) throw broken;
            throw refusal("The file is not well-formed XML.");
        }
    }

    private static void readCsv(InputStream file, Consumer<EcbQuote> quotes) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        String[] header = cells(nextLine(lines));
        if (!header[0].equals("Date") || header.length < 2) {
            throw refusal("The first line of a CSV file begins with Date and names the currencies.");
        }
        for (String line = nextLine(lines); line != null; line = nextLine(lines)) {
            if (line.isBlank()) continue;
            String[] cells = cells(line);
            if (cells.length > header.length) throw refusal("A line has more columns than the first one.");
            LocalDate date = date(cells[0]);
            for (int i = 1; i < cells.length; i++) {
                boolean quoted = !cells[i].isEmpty() && !cells[i].equals("N/A");
                if (quoted) quotes.accept(quote(date, header[i], cells[i]));
            }
        }
    }

    /** Like readLine, but a file without line ends does not fill the memory. */
    private static @Nullable String nextLine(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = lines.read();
        if (c < 0) return null;
        for (; c >= 0 && c != '\n'; c = lines.read()) {
            if (line.length() == LINE_CHARS_MAX) throw refusal("A line is too long.");
            line.append((char) c);
        }
        return line.toString();
    }

    private static String[] cells(@Nullable String line) {
        if (line == null) return new String[] {""};
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) cells[i] = cells[i].strip();
        return cells;
    }

    private static EcbQuote quote(@Nullable LocalDate date, String currency, @Nullable String rate) {
        if (date == null) throw refusal("A rate stands before any date.");
        if (!CURRENCY.matcher(currency).matches()) throw refusal("A currency is three capital letters.");
        boolean number = rate != null && RATE.matcher(rate).matches();
        if (!number || new BigDecimal(rate).signum() == 0) {
            throw refusal("The rate of %s on %s is not a positive decimal.".formatted(currency, date));
        }
        return new EcbQuote(date, currency, new BigDecimal(rate));
    }

    private static LocalDate date(String text) {
        try {
            boolean iso = text.length() == 10 && text.charAt(4) == '-';
            return iso ? LocalDate.parse(text) : LocalDate.parse(text, DAILY_DATE);
        } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
            throw refusal("A date is not of the form 2026-03-02.");
        }
    }

    private static InvalidInput refusal(String message) {
        return new InvalidInput("file", "exchange_rates.format", message);
    }
}
