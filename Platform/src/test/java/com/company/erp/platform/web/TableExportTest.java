package com.company.erp.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;

class TableExportTest {

    private enum Kind {
        PERSON
    }

    private record Address(String city, String country) {}

    private record Row(
            CompanyId id,
            String name,
            Kind kind,
            Address address,
            Money price,
            BigDecimal quantity,
            Integer days,
            Boolean active,
            LocalDate since,
            Instant at,
            List<String> tags) {}

    private static final Row FULL = new Row(
            CompanyId.valueOf("0190163d-8694-739b-aea5-966c26f8ad91"),
            "Acme, \"Ltd\"",
            Kind.PERSON,
            new Address("Genève", "CH"),
            Money.of("119.00", "EUR"),
            new BigDecimal("0.000001"),
            30,
            true,
            LocalDate.of(2026, 3, 2),
            Instant.parse("2026-03-02T10:15:30Z"),
            List.of("a", "b"));

    private static final Row EMPTY =
            new Row(FULL.id, "", Kind.PERSON, null, null, null, null, null, null, null, List.of());

    private static byte[] sheet(ExportFormat format, Stream<Row> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        var columns = ExportColumn.of(Row.class);
        try (var sheet = format == ExportFormat.CSV ? new CsvSheet(out) : new XlsxSheet(out)) {
            sheet.header(columns.stream().map(ExportColumn::name).toList());
            for (Row row : (Iterable<Row>) rows::iterator)
                sheet.row(columns.stream().map(c -> c.value(row)));
        }
        return out.toByteArray();
    }

    @Test
    void csv_has_a_column_for_each_part_of_a_record_and_empty_cells_for_nothing() throws IOException {
        assertThat(new String(sheet(ExportFormat.CSV, Stream.of(FULL, EMPTY)), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("""
                        id,name,kind,address.city,address.country,price.amount,price.currency,quantity,days,active,since,at,tags\r
                        0190163d-8694-739b-aea5-966c26f8ad91,"Acme, ""Ltd""\",PERSON,Genève,CH,119.00,EUR,0.000001,30,true,\
                        2026-03-02,2026-03-02T10:15:30Z,a; b\r
                        0190163d-8694-739b-aea5-966c26f8ad91,,PERSON,,,,,,,,,,\r
                        """);
    }

    @Test
    void a_text_that_a_spreadsheet_would_run_is_disarmed_and_a_number_is_not() {
        for (String formula : List.of("=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "+1-2")) {
            assertThat(CsvSheet.harmless(formula)).isEqualTo("'" + formula);
        }
        for (String text : List.of("", "-12.50", "+49123456", "Acme", "a=b", "1-2")) {
            assertThat(CsvSheet.harmless(text)).isEqualTo(text);
        }
    }

    @Test
    void xlsx_has_numbers_dates_and_booleans_as_what_they_are() throws IOException {
        try (var book = new ReadableWorkbook(
                new ByteArrayInputStream(sheet(ExportFormat.XLSX, Stream.of(FULL))), new ReadingOptions(true, true))) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCellAsString(1)).contains("Acme, \"Ltd\"");
            assertThat(row.getCellAsNumber(5)).contains(new BigDecimal("119.00"));
            assertThat(row.getCellText(6)).isEqualTo("EUR");
            assertThat(row.getCellAsNumber(8)).contains(new BigDecimal("30"));
            assertThat(row.getCellAsBoolean(9)).contains(true);
            assertThat(row.getCell(10).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCellAsDate(10).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(row.getCell(10).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        }
    }

    @Test
    void a_formula_in_xlsx_is_only_text() throws IOException {
        var row = new Row(FULL.id, "=1+1", Kind.PERSON, null, null, null, null, null, null, null, List.of());
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet(ExportFormat.XLSX, Stream.of(row))))) {
            var cell = book.getFirstSheet().read().get(1).getCell(1);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getText()).isEqualTo("=1+1");
        }
    }

    @Test
    void many_rows_are_all_there() throws IOException {
        byte[] bytes = sheet(ExportFormat.XLSX, IntStream.range(0, 20_000).mapToObj(i -> FULL));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.count()).isEqualTo(20_001);
        }
    }
}
