package com.company.erp.platform.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * JSON by line: each line an object whose fields are named like the columns, with texts, whole numbers and booleans.
 */
final class NdjsonReader implements TableReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10)
                    .maxNumberLength(100)
                    .maxNameLength(1000)
                    .build())
            .build();

    private final TextFile text;
    private final BufferedReader lines;
    private final Columns columns;
    private int number;

    NdjsonReader(Path file, Columns columns) throws IOException {
        this.text = TextFile.open(file);
        this.lines = new BufferedReader(text);
        this.columns = columns;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            text.rowEnded();
            number++;
            if (line.isBlank()) continue;
            return row(line);
        }
        return null;
    }

    private TableRow row(String line) throws IOException {
        var row = new TableRow(number);
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                row.refuse("row", "row.malformed", "A line is a JSON object.");
                return row;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) field(json, row);
            if (json.nextToken() != null) row.refuse("row", "row.malformed", "A line is one JSON object and no more.");
        } catch (JsonProcessingException e) {
            row.refuse("row", "row.malformed", "The line is not well-formed JSON, or names a field twice.");
        }
        return row;
    }

    private void field(JsonParser json, TableRow row) throws IOException {
        String name = json.currentName();
        String column = columns.find(name);
        JsonToken value = json.nextToken();
        String field = column == null ? Columns.printable(name) : column;
        if (value.isStructStart()) {
            json.skipChildren();
            row.refuse(field, "field.malformed", "A field is a text, a whole number, true, false or null.");
        } else if (column == null) {
            row.refuse(field, "field.unknown", "There is no such field.");
        } else if (value == JsonToken.VALUE_NUMBER_FLOAT) {
            row.refuse(field, "field.malformed", "A decimal is written as text, such as \"12.50\".");
        } else if (value != JsonToken.VALUE_NULL) {
            row.put(column, json.getText(), null);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
