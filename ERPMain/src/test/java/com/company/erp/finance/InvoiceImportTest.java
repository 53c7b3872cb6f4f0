package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invoices of another system, with their lines, dates and numbers. */
@Tag("oldest")
class InvoiceImportTest extends InvoicingScenario {

    private static final String HEADER =
            "externalNumber,customer,issueDate,text,quantity,unitPrice,discountPercent,taxCode\n";

    @Test
    void a_small_file_is_imported_at_once_and_only_once() {
        String file = HEADER
                + "A-1,ACME,2026-02-02,Tea,10,18.50,,VAT20\n"
                + "A-1,ACME,2026-02-02,Cups,3,4.99,5,VAT5\n"
                + "A-2,ACME,2026-01-15,Tea,1,18.50,,ZERO\n";
        acme();
        JsonNode report = imported(file, "").ok();
        assertThat(report.get("writtenRows").intValue()).as(report.toString()).isEqualTo(3);

        // Numbered in the order of their dates; the foreign numbers stay findable.
        assertThat(one("?q=A-2").get("number").textValue()).isEqualTo("INV-2026-00001");
        JsonNode first = found(one("?q=A-1").get("id").textValue());
        assertThat(first.get("number").textValue()).isEqualTo("INV-2026-00002");
        assertThat(first.get("externalReference").textValue()).isEqualTo("A-1");
        assertThat(first.get("dueDate").textValue()).isEqualTo("2026-03-04");
        expectBooks("""
                1200 Receivables 255.43 0.00
                2200 VAT payable 0.00 37.71
                4000 Revenue 0.00 217.72""");

        JsonNode again = imported(file, "").json();
        assertThat(again.get("problems"))
                .extracting(p -> p.get("code").textValue())
                .containsExactly("invoice.imported", "invoice.imported");
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }

    @Test
    void a_file_that_is_sent_twice_at_once_is_imported_once() {
        acme();
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 100; i++) file.append("T-%d,ACME,2026-02-02,Tea,1,5.00,,VAT20%n".formatted(i));
        List<Integer> written = List.of(1, 2, 3).parallelStream()
                .map(i ->
                        imported(file.toString(), "").json().get("writtenRows").intValue())
                .sorted()
                .toList();
        assertThat(written).containsExactly(0, 0, 100);
        assertThat(api.get("/api/invoices?limit=200").ok().get("items")).hasSize(100);
        expectSoundLedger();
    }

    @Test
    void two_long_files_of_the_same_invoices_are_imported_once() {
        acme();
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 1_500; i++) file.append("L-%d,ACME,2026-02-02,Tea,1,5.00,,VAT20%n".formatted(i));
        List<String> begun = List.of(1, 2).parallelStream()
                .map(i -> imported(file.toString(), "").header("Location"))
                .toList();
        List<JsonNode> reports = begun.stream().map(this::ended).toList();
        assertThat(reports)
                .as("%s", reports)
                .extracting(report -> report.get("state").textValue())
                .containsExactlyInAnyOrder("DONE", "FAILED");
        expectSoundLedger();
    }

    @Test
    void every_refused_row_is_named_and_nothing_is_imported() {
        acme();
        JsonNode report = imported(
                        HEADER
                                + "B-1,NOBODY,2026-02-02,Tea,1,1.00,,VAT20\n"
                                + "B-2,ACME,2025-02-02,Tea,1,1.00,,VAT20\n"
                                + "B-3,ACME,2026-02-02,Tea,1,1.00,,VAT20\n"
                                + "B-3,ACME,2026-02-03,Tea,1,1.00,,VAT99\n"
                                + "B-4,ACME,2026-02-02,,0,1.00,,VAT20\n"
                                + "B-5,ACME,2026-02-02,Refund,-1,1.00,,VAT20\n"
                                + "B-6,ACME,2026-02-02,Tea,1,1.00,,VAT20\n",
                        "")
                .json();
        assertThat(report.get("problems"))
                .extracting(p -> p.get("row").intValue() + " " + p.get("field").textValue() + " "
                        + p.get("code").textValue())
                .containsExactlyInAnyOrder(
                        "2 customer party.unknown",
                        "3 issueDate period.locked",
                        "5 customer invoice.differs",
                        "5 taxCode tax_code.unknown",
                        "6 text line.text",
                        "6 quantity line.quantity",
                        "7 row invoice.not_positive");
        assertThat(api.get("/api/invoices").ok().get("items")).isEmpty();
    }

    @Test
    void the_good_ones_are_imported_when_asked_and_a_dry_run_writes_nothing() {
        acme();
        String file = HEADER
                + "C-1,ACME,2026-02-02,Tea,1,1.00,,VAT20\n"
                + "C-2,NOBODY,2026-02-02,Tea,1,1.00,,VAT20\n"
                + "C-3,ACME,2026-02-03,Tea,1,1.00,,VAT20\n";
        imported(file, "?mode=skip&dryRun=true");
        assertThat(api.get("/api/invoices").ok().get("items")).isEmpty();
        imported(file, "?mode=skip");
        assertThat(api.get("/api/invoices?sort=number").ok().get("items"))
                .extracting(i -> i.get("externalReference").textValue())
                .containsExactly("C-1", "C-3");
    }

    /** As many as the well-known sample of a trading company has. */
    @Test
    void eight_hundred_and_thirty_invoices_add_up_to_their_lines_rounded_half_up() {
        var random = new Random(830);
        acme();
        var file = new StringBuilder(HEADER);
        BigDecimal total = BigDecimal.ZERO;
        int lines = 0;
        for (int invoice = 1; invoice <= 830; invoice++) {
            LocalDate date = LocalDate.parse("2026-01-01").plusDays(random.nextInt(365));
            int count = invoice <= 495 ? 3 : 2;
            for (int line = 0; line < count; line++) {
                BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(120));
                BigDecimal price = BigDecimal.valueOf(2 + random.nextInt(26000), 2);
                int discount = List.of(0, 0, 0, 5, 10, 15, 20, 25).get(random.nextInt(8));
                file.append("N-%05d,ACME,%s,Part,%s,%s,%d,NONE%n".formatted(invoice, date, quantity, price, discount));
                total = total.add(quantity.multiply(price)
                        .multiply(BigDecimal.valueOf(100 - discount, 2))
                        .setScale(2, RoundingMode.HALF_UP));
                lines++;
            }
        }
        assertThat(lines).isEqualTo(2155);

        Answer accepted = imported(file.toString(), "");
        accepted.accepted();
        JsonNode report = ended(accepted.header("Location"));
        assertThat(report.get("state").textValue()).as(report.toString()).isEqualTo("DONE");

        expectBooks("""
                1200 Receivables %s 0.00
                4000 Revenue 0.00 %s""".formatted(total, total));
        assertThat(api.get("/api/reports/aged-receivables?date=2026-12-31")
                        .ok()
                        .at("/total/amount")
                        .textValue())
                .isEqualTo(total.toPlainString());
        String csv = api.get("/api/invoices/export?status=ISSUED").expect(200).text();
        assertThat(csv.lines()).hasSize(831);
        assertThat(api.get("/api/invoices?sort=-number&limit=1")
                        .ok()
                        .at("/items/0/number")
                        .textValue())
                .isEqualTo("INV-2026-00830");
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }

    private void acme() {
        api.post("/api/parties", "{\"code\": \"ACME\", \"name\": \"Acme\", \"roles\": [\"CUSTOMER\"]}")
                .created();
    }

    private JsonNode one(String query) {
        JsonNode items = api.get("/api/invoices" + query).ok().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private Answer imported(String csv, String query) {
        return api.send("POST", "/api/invoices/import" + query, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode ended(String location) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> api.get(location).ok(),
                        report -> !report.get("endedAt").isNull());
    }
}
