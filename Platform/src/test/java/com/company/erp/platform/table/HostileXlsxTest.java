package com.company.erp.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets that no spreadsheet program wrote. */
class HostileXlsxTest {

    record Thing(String code, String name) {}

    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c></row>";

    @TempDir
    Path folder;

    private List<String> codes(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("table"), content);
        RowType<Thing> type = RowType.of(Thing.class);
        var codes = new ArrayList<String>();
        try (var reader = TableReader.open(TableFormat.XLSX, file, type.columns())) {
            for (TableRow row = reader.next(); row != null; row = reader.next()) codes.add(row.text("code"));
        }
        return codes;
    }

    private static byte[] xlsx(String sheet, String strings) throws IOException {
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return zip(Map.of(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"" + relation
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + relation + "\"><sheets><sheet name=\"1\" r:id=\"r1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"" + relation
                        + "/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"r2\" Type=\"" + relation
                        + "/sharedStrings\" Target=\"/xl/strings.xml\"/></Relationships>",
                "xl/sheet.xml",
                sheet,
                "xl/strings.xml",
                strings));
    }

    private static byte[] xlsx(String sheet) throws IOException {
        return xlsx(PROLOGUE + "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>", "<sst/>");
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private void refused(byte[] content, String code) {
        assertThatThrownBy(() -> codes(content))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_plain_spreadsheet_by_hand_is_read() throws IOException {
        byte[] content = xlsx(
                "<worksheet><sheetData>" + HEADER
                        + "<row><c t=\"s\"><v>0</v></c></row><row r=\"7\"><c t=\"str\"><f>A1</f><v>x_x000D_y</v></c></row>"
                        + "<row><c><v>0.30000000000000004</v></c></row><row><c><v>4.2E3</v></c></row>"
                        + "</sheetData></worksheet>",
                "<sst><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>");
        assertThat(codes(content)).containsExactly("rich", "x\ry", "0.3", "4200");
    }

    @Test
    void a_file_that_inflates_without_end_is_refused() throws IOException {
        refused(xlsx(HEADER + "<row><c><v>1</v></c></row>".repeat(3_000_000)), "file.expands");
        refused(
                xlsx(
                        "<worksheet><sheetData>" + HEADER + "</sheetData></worksheet>",
                        "<sst>" + "<si/>".repeat(12_000_000)),
                "file.expands");
    }

    @Test
    void a_text_without_end_is_refused() throws IOException {
        refused(xlsx(HEADER + "<row><c t=\"str\"><v>" + "x".repeat(2_000_000) + "</v></c></row>"), "file.malformed");
        refused(xlsx(HEADER + "<row r=\"" + "1".repeat(2_000_000) + "\"/>"), "file.malformed");
    }

    @Test
    void elements_nested_without_end_are_refused() throws IOException {
        refused(xlsx(HEADER + "<a>".repeat(1_000)), "file.malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c><v>1</v></c></row>",
                "<row r=\"99999999999\"><c r=\"A0\"><v>1</v></c></row><row r=\"1\"/>",
                "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row><c r=\"XFE1\"><v>1</v></c></row>",
                "<row><c r=\"B2\"/><c r=\"A2\"/></row>",
                "<row><c t=\"s\"><v>1</v></c></row>",
                "<row><c t=\"s\"><v>-1</v></c></row>",
                "<row><c><v>1e999999999</v></c></row>",
                "<row><c><v>NaN</v></c></row>",
                "<row><c><v>&lol;</v></c></row>",
                "<row><c><v>&#0;</v></c></row>",
                "<!-- comment --><row/>",
                "<row><c><v><![CDATA[1]]></v></c></row>",
                "<?php ?><row/>",
                "<row><c><v>1</row>",
                "<row>",
            })
    void a_malformed_sheet_is_refused(String rows) throws IOException {
        refused(xlsx(HEADER + rows), "file.malformed");
    }

    @Test
    void entities_and_external_documents_are_never_followed() throws IOException {
        String dtd = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        refused(
                xlsx(
                        PROLOGUE + dtd + "<worksheet><sheetData>" + HEADER
                                + "<row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>",
                        "<sst/>"),
                "file.malformed");
    }

    @Test
    void what_is_no_spreadsheet_is_refused() throws IOException {
        refused(new byte[0], "file.malformed");
        refused("code,name\n".getBytes(StandardCharsets.UTF_8), "file.malformed");
        refused(zip(Map.of("a", "b")), "file.malformed");
        refused(xlsx(""), "file.empty");
    }

    /** Any byte of a good file may be broken: the answer is rows or a refusal, and nothing else. */
    @Test
    void a_damaged_file_is_read_or_refused() throws IOException {
        byte[] good = xlsx(HEADER + "<row><c t=\"str\"><v>1</v></c></row>");
        var random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                codes(damaged);
            } catch (InvalidInput e) {
                assertThat(e.code()).matches("(file|table)\\.[a-z]+");
            }
        }
    }
}
