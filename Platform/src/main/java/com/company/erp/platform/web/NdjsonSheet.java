package com.company.erp.platform.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, as systems that collect events (SIEM) read it; a value that is absent is left out. */
final class NdjsonSheet implements ExportSheet {

    private final JsonGenerator json;
    private List<String> names = List.of();

    NdjsonSheet(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out).setRootValueSeparator(null);
    }

    @Override
    public void header(List<String> columns) {
        this.names = columns;
    }

    @Override
    public void row(Stream<@Nullable Object> values) throws IOException {
        json.writeStartObject();
        Iterator<String> name = names.iterator();
        for (Object value : (Iterable<@Nullable Object>) values::iterator) {
            String column = name.next();
            if (value != null) write(column, value);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(String column, Object value) throws IOException {
        json.writeFieldName(column);
        switch (value) {
            case Boolean yes -> json.writeBoolean(yes);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeString(number.toPlainString());
            default -> json.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
