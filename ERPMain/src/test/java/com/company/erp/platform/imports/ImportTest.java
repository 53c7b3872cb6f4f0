package com.company.erp.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of records come in whole, or the good rows of them, and every wrong row is named. */
class ImportTest extends HttpTest {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String THREE = """
            code,name,kind,salePrice,salePriceCurrency
            B-1,Bolt,goods,0.125,EUR
            N-1,"Nut, ""small""\",goods,0.05,EUR
            S-1,Service,service,,
            """;

    private void anotherCompany() {
        api = newCompany("Imports " + UUID.randomUUID());
    }

    private Answer send(String path, String type, byte[] file) {
        return api.send("POST", path, type, file);
    }

    private Answer csv(String path, String text) {
        return send(path, CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private String export(Api from, String path) {
        return from.get(path).expect(200).text();
    }

    /** Problems as "row field code". */
    private static List<String> problems(JsonNode report) {
        var problems = new ArrayList<String>();
        for (JsonNode problem : report.get("problems")) {
            problems.add(problem.get("row").asText() + " "
                    + problem.get("field").asText() + " " + problem.get("code").asText());
        }
        return problems;
    }

    private static void expect(JsonNode report, String state, int rows, int refused, int written) {
        assertThat(report.get("state").asText()).as("%s", report).isEqualTo(state);
        assertThat(report.get("rows").asInt()).as("%s", report).isEqualTo(rows);
        assertThat(report.get("refusedRows").asInt()).as("%s", report).isEqualTo(refused);
        assertThat(report.get("writtenRows").asInt()).as("%s", report).isEqualTo(written);
    }

    private int products() {
        return (int) export(api, "/api/products/export").lines().count() - 1;
    }

    @Test
    void csv_json_lines_and_xlsx_import_the_same() throws IOException {
        anotherCompany();
        expect(csv("/api/products/import", THREE).ok(), "DONE", 3, 0, 3);
        String expected = export(api, "/api/products/export");
        assertThat(expected).contains("B-1,Bolt,,GOODS,,0.125,EUR,", "\"Nut, \"\"small\"\"\"");

        anotherCompany();
        byte[] lines = """
                {"code": "B-1", "name": "Bolt", "kind": "GOODS", "salePrice": "0.125", "salePriceCurrency": "EUR"}
                {"code": "N-1", "name": "Nut, \\"small\\"", "salePrice": "0.05", "salePriceCurrency": "EUR"}
                {"code": "S-1", "name": "Service", "kind": "SERVICE"}
                """.getBytes(StandardCharsets.UTF_8);
        expect(send("/api/products/import", NDJSON, lines).ok(), "DONE", 3, 0, 3);
        assertThat(export(api, "/api/products/export")).isEqualTo(expected);

        anotherCompany();
        expect(send("/api/products/import", XLSX, workbook()).ok(), "DONE", 3, 0, 3);
        assertThat(export(api, "/api/products/export")).isEqualTo(expected);
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", null)) {
            var sheet = book.newWorksheet("Products");
            String[] header = {"Code", "Name", "Kind", "SalePrice", "SalePriceCurrency"};
            for (int i = 0; i < header.length; i++) sheet.value(0, i, header[i]);
            String[][] rows = {
                {"B-1", "Bolt", "goods"}, {"N-1", "Nut, \"small\"", "goods"}, {"S-1", "Service", "service"}
            };
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < 3; c++) sheet.value(r + 1, c, rows[r][c]);
            }
            sheet.value(1, 3, new BigDecimal("0.125"));
            sheet.value(2, 3, 0.05);
            sheet.value(1, 4, "EUR");
            sheet.value(2, 4, "EUR");
        }
        return out.toByteArray();
    }

    @Test
    void a_form_with_one_file_is_imported_as_the_file_is() {
        anotherCompany();
        String form = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"products.csv\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + THREE + "\r\n--xyz--\r\n";
        var answer = send(
                "/api/products/import", "multipart/form-data; boundary=xyz", form.getBytes(StandardCharsets.UTF_8));
        expect(answer.ok(), "DONE", 3, 0, 3);
    }

    private static final String WRONG = """
            code,name,kind,unit,salePrice,salePriceCurrency,active
            A-1,Good,goods,,1.00,EUR,true
            A-2,,goods,,1.00,EUR,
            A-3,Bad kind,liquid,,1.00,EUR,
            A-4,Bad price,goods,,"1,5",EUR,
            A-5,Bad unit,goods,parsec,,,
            A-6,Half a price,goods,,1.00,,
            A-7,Too fine,goods,,0.0000001,EUR,
            A-1,Again,goods,,,,
            A-8,Good too,service,,,,false
            """;

    @Test
    void in_mode_atomic_one_wrong_row_keeps_all_out_and_every_wrong_row_is_named() {
        anotherCompany();
        var report = csv("/api/products/import", WRONG).ok();
        expect(report, "FAILED", 9, 7, 0);
        assertThat(report.get("failureCode").asText()).isEqualTo("import.refused");
        assertThat(problems(report))
                .containsExactly(
                        "3 name field.not_blank",
                        "4 kind field.malformed",
                        "5 salePrice field.malformed",
                        "6 unit unit.unknown",
                        "7 salePrice price.currency",
                        "8 salePrice price.decimals",
                        "9 code row.repeated");
        assertThat(products()).isZero();
    }

    @Test
    void in_mode_skip_the_good_rows_come_in() {
        anotherCompany();
        var report = csv("/api/products/import?mode=skip", WRONG).ok();
        expect(report, "DONE", 9, 7, 2);
        assertThat(export(api, "/api/products/export"))
                .contains("A-1,Good,", ",true")
                .contains("A-8,Good too,")
                .contains(",false");
    }

    @Test
    void a_dry_run_only_tells() {
        anotherCompany();
        expect(csv("/api/products/import?dryRun=true", THREE).ok(), "DONE", 3, 0, 0);
        expect(csv("/api/products/import?dryRun=true&mode=skip", WRONG).ok(), "DONE", 9, 7, 0);
        assertThat(products()).isZero();
    }

    @Test
    void what_is_there_already_is_refused() {
        anotherCompany();
        csv("/api/products/import", THREE).ok();
        var report = csv("/api/products/import", THREE).ok();
        expect(report, "FAILED", 3, 3, 0);
        assertThat(problems(report)).contains("2 code product.code_taken");
    }

    @Test
    void parties_go_out_and_come_in_elsewhere_as_they_were() {
        anotherCompany();
        String file = """
                code,name,customer,supplier,country,taxId,street,postalCode,city,email,creditLimit,creditLimitCurrency,language,active
                ,Acme,true,false,DE,DE136695976,"Hauptstr. 1
                Hinterhaus",10115,Berlin,office@example.com,5000.00,EUR,de,
                X-1,=HYPERLINK(A1),,true,FR,,,,,,,,fr,false
                """;
        expect(csv("/api/parties/import", file).ok(), "DONE", 2, 0, 2);
        String exported = export(api, "/api/parties/export");
        assertThat(exported)
                .contains("C00001,Acme,,true,false,DE,DE136695976,,\"Hauptstr. 1\nHinterhaus\",10115,Berlin,")
                .contains(",5000.00,EUR,,de,,true")
                .contains("X-1,'=HYPERLINK(A1),,false,true,FR");
        anotherCompany();
        expect(csv("/api/parties/import", exported).ok(), "DONE", 2, 0, 2);
        assertThat(export(api, "/api/parties/export")).isEqualTo(exported);
        assertThat(export(api, "/api/parties/export?role=SUPPLIER")).doesNotContain("Acme");
        assertThat(export(api, "/api/parties/export?q=acme")).contains("Acme").doesNotContain("X-1");
        assertThat(api.get("/api/parties/export?format=xlsx").expect(200).header("Content-Type"))
                .isEqualTo(XLSX);
        api.get("/api/parties/export?format=pdf").refused(422, "format.unknown");
    }

    @Test
    void wrong_parties_are_named() {
        var report = csv("/api/parties/import", """
                name,country,taxId,customer,supplier,paymentTerms,creditLimit,creditLimitCurrency,email,addressCountry
                A,DE,DE136695977,,,,,,,
                B,XX,,,,,,,,
                C,,,false,false,,,,,
                D,,,,,NEVER,,,,
                E,,,,,,1.001,EUR,,
                F,,,,,,-1,EUR,,
                G,,,,,,1,,no address,QQ
                """).ok();
        expect(report, "FAILED", 7, 7, 0);
        assertThat(problems(report))
                .containsExactlyInAnyOrder(
                        "2 taxId tax_number.check_digit",
                        "3 country field.country_code",
                        "4 customer party.roles",
                        "5 paymentTerms payment_terms.unknown",
                        "6 amount money.decimals",
                        "7 creditLimit party.credit_limit",
                        "8 email field.email",
                        "8 addressCountry field.country_code");
    }

    @Test
    void the_same_key_imports_once_and_answers_the_same() {
        anotherCompany();
        String key = UUID.randomUUID().toString();
        var first = api.withKey(key).send("POST", "/api/products/import", CSV, THREE.getBytes(StandardCharsets.UTF_8));
        var again = api.withKey(key).send("POST", "/api/products/import", CSV, THREE.getBytes(StandardCharsets.UTF_8));
        expect(first.ok(), "DONE", 3, 0, 3);
        assertThat(again.expect(200).bytes()).isEqualTo(first.bytes());
        assertThat(products()).isEqualTo(3);
        api.withKey(key)
                .send("POST", "/api/products/import", CSV, WRONG.getBytes(StandardCharsets.UTF_8))
                .refused(422, "idempotency.reused");
    }

    @Test
    void refused_rows_come_back_as_a_file_that_is_mended_and_imported_again() {
        anotherCompany();
        var report = csv("/api/products/import?mode=skip", """
                        code,name,salePrice,salePriceCurrency
                        B-1,Good,1.00,EUR
                        B-2,Bad price,"1,5",EUR
                        B-3,,2.50,EUR
                        """).ok();
        expect(report, "DONE", 3, 2, 1);
        String path = "/api/imports/" + report.get("id").asText() + "/refused/export";
        String file = new String(api.get(path).expect(200).bytes(), StandardCharsets.UTF_8);
        assertThat(file.lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("refused.row,refused.field,refused.reason,code,");
        assertThat(file.lines().toList().get(1))
                .startsWith("3,salePrice,\"A decimal is")
                .contains("B-2", "\"1,5\"");
        assertThat(file.lines().toList().get(2)).startsWith("4,name,").contains("B-3", "2.50");
        String mended = file.replace("\"1,5\"", "1.50").replace("B-3,,", "B-3,Mended,");
        expect(csv("/api/products/import", mended).ok(), "DONE", 2, 0, 2);
        newCompany("Strangers").get(path).refused(404, "import.unknown");
    }

    @Test
    void reports_can_be_looked_up_but_not_by_another_company() {
        anotherCompany();
        var report = csv("/api/products/import", WRONG).ok();
        String path = "/api/imports/" + report.get("id").asText();
        assertThat(api.get(path).ok()).isEqualTo(report);
        var page = api.get(path + "/problems?limit=2").ok();
        assertThat(page.get("items")).hasSize(2);
        var rest =
                api.get(path + "/problems?after=" + page.get("next").asText()).ok();
        assertThat(rest.get("items")).hasSize(5);
        assertThat(api.get("/api/imports?state=FAILED&resource=products").ok().get("items"))
                .hasSize(1);
        assertThat(api.get("/api/imports?state=DONE").ok().get("items")).isEmpty();
        api.post(path + "/cancel").refused(409, "import.ended");

        Api stranger = newCompany("Strangers");
        stranger.get(path).refused(404, "import.unknown");
        stranger.get(path + "/problems").refused(404, "import.unknown");
        stranger.post(path + "/cancel").refused(404, "import.unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/products/import           | text/csv             | ''           | 422 | file.empty",
                "/api/products/import           | text/csv             | kode,name    | 422 | table.header",
                "/api/products/import           | text/csv;charset=ISO-8859-1 | code,name | 422 | file.encoding",
                "/api/products/import           | application/json     | {}           | 415 | request.unsupported_media_type",
                "/api/products/import           | multipart/form-data  | x            | 422 | file.form",
                "/api/products/import           | application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | PK | 422 | file.malformed",
                "/api/products/import?mode=some | text/csv             | code,name    | 422 | request.invalid",
                "/api/products/import?dry=true  | text/csv             | code,name    | 422 | request.invalid",
                "/api/planets/import            | text/csv             | code,name    | 404 | import.resource",
            })
    void a_file_that_cannot_be_read_is_refused(String path, String type, String body, int status, String code) {
        send(path, type, body.getBytes(StandardCharsets.UTF_8)).refused(status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, NDJSON, XLSX, "multipart/form-data; boundary=x", "text/csv; charset=utf-8"})
    void noise_is_never_a_fault_of_ours(String type) {
        var random = new java.util.Random(7);
        for (int i = 0; i < 20; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            assertThat(send("/api/products/import", type, noise).status()).isLessThan(500);
            byte[] text = THREE.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j < 5; j++) text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            assertThat(send("/api/products/import?dryRun=true", type, text).status())
                    .isLessThan(500);
        }
    }

    @Test
    void a_file_that_cannot_be_read_leaves_no_report() {
        anotherCompany();
        csv("/api/products/import", "code,name\nA,B\n\"open").refused(422, "file.malformed");
        assertThat(api.get("/api/imports").ok().get("items")).isEmpty();
    }

    @Test
    void only_who_may_create_products_may_import_them() {
        stranger()
                .send("POST", "/api/products/import", CSV, THREE.getBytes(StandardCharsets.UTF_8))
                .expect(401);
    }
}
