package com.company.erp.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.InvalidInput;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Thing(
            @NotBlank String code,
            BigDecimal price,
            Integer days,
            Boolean active,
            LocalDate since,
            Colour colour,
            Currency currency) {}

    private static final Thing FIRST = new Thing(
            "A1",
            new BigDecimal("1234.50"),
            30,
            true,
            LocalDate.of(2026, 3, 2),
            Colour.DARK_BLUE,
            Currency.getInstance("EUR"));
    private static final Thing SECOND = new Thing("Ä2", null, null, false, null, null, null);

    @TempDir
    Path folder;

    /** Good rows as they are, bad ones as "row field code". */
    private List<Object> read(TableFormat format, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("table"), content);
        RowType<Thing> type = RowType.of(Thing.class);
        var read = new ArrayList<Object>();
        try (var reader = TableReader.open(format, file, type.columns())) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                switch (type.read(row)) {
                    case RowType.Good<Thing>(Thing thing) -> read.add(thing);
                    case RowType.Bad<Thing>(List<FieldProblem> problems) -> {
                        for (var problem : problems)
                            read.add(row.number() + " " + problem.field() + " " + problem.code());
                    }
                }
            }
        }
        return read;
    }

    private List<Object> csv(String text) throws IOException {
        return read(TableFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void headings_mean_what_somebody_says_and_the_start_of_a_table_shows_them() throws IOException {
        Path file =
                Files.writeString(folder.resolve("other"), "Artikel;Preis;Farbe;days\nA1;9.50;grau;7\n;;;\nB2;;;\n");
        TableStart start = TableStart.read(TableFormat.CSV, file, 1);
        assertThat(start.headings()).containsExactly("Artikel", "Preis", "Farbe", "days");
        assertThat(start.rows()).containsExactly(List.of("A1", "9.50", "grau", "7"));

        RowType<Thing> type = RowType.of(Thing.class);
        var meanings = Map.of("Artikel", "code", "Preis", "price", "Farbe", "");
        try (var reader = TableReader.open(TableFormat.CSV, file, type.columns().meant(meanings))) {
            var expected = new Thing("A1", new BigDecimal("9.50"), 7, null, null, null, null);
            assertThat(type.read(Objects.requireNonNull(reader.next()))).isEqualTo(new RowType.Good<>(expected));
        }
        var twice = Map.of("Artikel", "code", "Preis", "code", "Farbe", "shade");
        assertThatThrownBy(() ->
                        TableReader.open(TableFormat.CSV, file, type.columns().meant(twice)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(FieldProblem::code)
                                .containsExactlyInAnyOrder("column.repeated", "column.unknown"));
    }

    @Test
    void csv_json_lines_and_xlsx_say_the_same() throws IOException {
        assertThat(csv("""
                code,price,days,active,since,colour,currency
                A1,1234.50,30,true,2026-03-02,dark blue,EUR
                Ä2,,,FALSE,,,
                """)).containsExactly(FIRST, SECOND);
        assertThat(read(TableFormat.NDJSON, """
                {"code": "A1", "price": "1234.50", "days": 30, "active": true, "since": "2026-03-02", "colour": "DARK_BLUE", "currency": "EUR"}

                {"code": "Ä2", "price": null, "active": false}
                """.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(FIRST, SECOND);
        assertThat(read(TableFormat.XLSX, workbook()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("price")
                .containsExactly(FIRST, SECOND);
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", null)) {
            var sheet = book.newWorksheet("Things");
            String[] header = {"Code", "Price", "Days", "Active", "Since", "Colour", "Currency"};
            for (int i = 0; i < header.length; i++) sheet.value(0, i, header[i]);
            sheet.value(1, 0, "A1");
            sheet.value(1, 1, new BigDecimal("1234.5"));
            sheet.value(1, 2, 30);
            sheet.value(1, 3, true);
            sheet.value(1, 4, LocalDate.of(2026, 3, 2));
            sheet.style(1, 4).format("yyyy-mm-dd").set();
            sheet.inlineString(1, 5, "dark-blue");
            sheet.value(1, 6, "EUR");
            sheet.value(4, 0, "Ä2");
            sheet.value(4, 3, false);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_delimiter_is_found_in_the_header(String delimiter) throws IOException {
        assertThat(csv("\ufeffCODE,Active\r\n\"Ä2\",false".replace(",", delimiter)))
                .containsExactly(SECOND);
    }

    @Test
    void every_wrong_cell_is_named() throws IOException {
        assertThat(csv("""
                        code,price,days,active,since,colour,currency
                        A,1.234,x,yes,2026-02-30,green,EURO
                        B,"1,5",1.0,1,02.03.2026,,
                        C,1e5,99999999999,,45000,,
                        D,\u0000,,,,,
                        E
                        F,,,,,,,extra
                        """))
                .containsExactly(
                        "2 days field.malformed",
                        "2 active field.malformed",
                        "2 since field.malformed",
                        "2 colour field.malformed",
                        "2 currency field.malformed",
                        "3 price field.malformed",
                        "3 days field.malformed",
                        "3 active field.malformed",
                        "3 since field.malformed",
                        "4 price field.malformed",
                        "4 days field.malformed",
                        "4 since field.malformed",
                        "5 price field.malformed",
                        "6 row row.columns",
                        "7 row row.columns");
    }

    @Test
    void rows_are_numbered_as_a_person_counts_them() throws IOException {
        assertThat(csv("code,days\n\"two\nlines\",1\n\n,,\nx,y\n")).contains("5 days field.malformed");
        assertThat(read(TableFormat.NDJSON, "\n{\"code\": 1, \"days\": \"x\"}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("2 days field.malformed");
    }

    @Test
    void bytes_that_are_not_utf8_are_refused_where_they_stand() throws IOException {
        assertThat(read(TableFormat.CSV, "code,days\nok,1\nMüller,2\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasSize(2)
                .contains("3 code field.encoding");
        for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThatThrownBy(() -> read(TableFormat.CSV, "code,days\nok,1\n".getBytes(other)))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void an_unknown_a_repeated_and_a_missing_column_are_named() {
        assertThatThrownBy(() -> csv("colour,price,Price,prize\n"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.field() + " " + p.code())
                                .containsExactly(
                                        "price column.repeated", "prize column.unknown", "code column.missing"));
    }

    @Test
    void a_disarmed_formula_is_read_as_it_was_before_the_export() throws IOException {
        assertThat(csv("code\n'=1+1\n'quoted'\n"))
                .extracting(o -> ((Thing) o).code())
                .containsExactly("=1+1", "'quoted'");
    }

    @ParameterizedTest
    @CsvSource({
        "'', file.empty",
        "'code\n\"open', file.malformed",
        "'code\n\"a\"b\n', file.malformed",
    })
    void a_broken_csv_file_is_refused(String text, String code) {
        assertThatThrownBy(() -> csv(text))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_row_without_an_end_does_not_fill_the_memory() {
        assertThatThrownBy(() -> csv("code\n\"" + "x".repeat(5_000_000))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> read(TableFormat.NDJSON, "x".repeat(5_000_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_cell_that_is_too_long_is_named() throws IOException {
        assertThat(csv("code\n" + "x".repeat(40_000) + "\n")).containsExactly("2 code field.too_long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\": \"a\", \"price\": 1.5}    | 1 price field.malformed",
                "{\"code\": \"a\", \"size\": 1}       | 1 size field.unknown",
                "{\"code\": [\"a\"]}                  | 1 code field.malformed",
                "{\"code\": \"a\", \"code\": \"b\"}   | 1 row row.malformed",
                "{\"code\": \"a\"} {}                 | 1 row row.malformed",
                "[1]                                  | 1 row row.malformed",
                "{\"code\": \"a\"                     | 1 row row.malformed",
                "{\"code\": \"a\\u0000\"}             | 1 code field.malformed",
                "{\"code\": nul}                      | 1 row row.malformed",
            })
    void a_wrong_json_line_is_named(String line, String problem) throws IOException {
        assertThat(read(TableFormat.NDJSON, line.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(problem);
    }
}
