package com.company.erp.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Invoices, credit notes and statements on paper. */
class PrintingTest extends InvoicingScenario {

    private static String text(Answer pdf) throws IOException {
        assertThat(pdf.expect(200).header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.bytes())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ').replaceAll(" +", " ");
        }
    }

    private Answer printed(String invoice) {
        return api.get("/api/invoices/%s/pdf", invoice);
    }

    private String brandt() {
        return customer(Map.of(
                "name", "Brandt",
                "legalName", "Atelier Brandt & S\u00f6hne",
                "roles", List.of("CUSTOMER"),
                "language", "de",
                "addresses",
                        List.of(Map.of(
                                "kind", "BILLING",
                                "lines", List.of("Hafenallee 7"),
                                "postalCode", "20457",
                                "city", "Hamburg",
                                "country", "DE"))));
    }

    private JsonNode letterhead(Map<String, ?> details) {
        JsonNode now = api.get("/api/letterhead").ok();
        return api.ifMatch(now).put("/api/letterhead", details).ok();
    }

    @Test
    void an_issued_invoice_is_printed_once_and_stays_so() throws IOException {
        letterhead(Map.of("iban", "DE89370400440532013000", "bankName", "Musterbank", "closing", "Vielen Dank."));
        String invoice = invoice(brandt())
                .line("Consulting, days", "3", "150.00", VAT_20)
                .line("Travel, re-billed", "1", "60.00", ZERO_RATED)
                .issuedOn("2026-03-02");

        Answer first = printed(invoice);
        assertThat(text(first))
                .contains("Rechnung INV-2026-00001")
                .contains("Atelier Brandt & S\u00f6hne")
                .contains("20457 Hamburg")
                .contains("Consulting, days")
                .contains("Gesamtbetrag EUR 600,00")
                .contains("Bitte zahlen Sie 600,00 EUR bis zum 01.04.2026")
                .contains("DE89 3704 0044 0532 0130 00")
                .contains("Vielen Dank.");

        letterhead(Map.of("closing", "Something else."));
        assertThat(printed(invoice).bytes()).isEqualTo(first.bytes());
        JsonNode files = api.get("/api/invoices/%s/attachments", invoice).ok().get("items");
        assertThat(files).hasSize(1);
        assertThat(files.at("/0/name").asText()).isEqualTo("Rechnung INV-2026-00001.pdf");
        assertThat(files.at("/0/printed").booleanValue()).isTrue();
        assertThat(files.at("/0/keptUntil").asText()).isEqualTo("2036-12-31");
        api.ifMatch(files.get(0))
                .delete("/api/attachments/" + files.at("/0/id").asText())
                .refused(409, "attachment.retained");
        api.send("POST", "/api/attachments/" + files.at("/0/id").asText() + "/versions", "text/plain", "x".getBytes())
                .refused(409, "attachment.printed");
    }

    @Test
    void a_draft_is_printed_as_one_and_kept_nowhere() throws IOException {
        String draft = invoice(brandt()).line("Work", "1", "100.00", VAT_20).drafted();

        assertThat(text(printed(draft))).contains("Rechnung (Entwurf)").doesNotContain("Bitte zahlen");
        assertThat(api.get("/api/invoices/%s/attachments", draft).ok().get("items"))
                .isEmpty();
        asUserWith("WAREHOUSE").get("/api/invoices/%s/pdf", draft).refused(403, "access.denied");
        newCompany("Elsewhere").get("/api/invoices/%s/pdf", draft).refused(404, "invoice.unknown");
    }

    @Test
    void a_credit_note_and_a_statement_are_papers_too() throws IOException {
        String customer = brandt();
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        String note = credited(invoice, "2026-03-10");

        assertThat(text(printed(note)))
                .contains("Gutschrift CRN-2026-00001")
                .contains("Korrigiert INV-2026-00001")
                .contains("Gutschriftsbetrag EUR 120,00")
                .doesNotContain("Bitte zahlen");
        Answer statement = api.get("/api/parties/%s/statement/pdf?from=2026-03-01&to=2026-03-31", customer);
        assertThat(text(statement))
                .contains("Kontoauszug")
                .contains("02.03.2026 Rechnung INV-2026-00001 01.04.2026 120,00 120,00")
                .contains("Gutschrift CRN-2026-00001")
                .contains("Saldo EUR 0,00");
        api.get("/api/parties/%s/statement/pdf?from=2026-03-31&to=2026-03-01", customer)
                .refused(422, "report.dates");
    }

    @Test
    void a_logo_comes_from_the_letterhead_s_files_and_must_be_a_picture() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 80, BufferedImage.TYPE_INT_RGB), "png", png);
        String files = "/api/letterheads/" + company.get("id").textValue() + "/attachments?name=";
        String logo = api.send("POST", files + "logo.png", "image/png", png.toByteArray())
                .created()
                .get("id")
                .textValue();
        String text = api.send("POST", files + "a.txt", "text/plain", "no picture".getBytes())
                .created()
                .get("id")
                .textValue();

        Answer plain =
                printed(invoice(brandt()).line("Work", "1", "100.00", VAT_20).drafted());
        api.ifMatch(0).put("/api/letterhead", Map.of("logo", text)).refused(422, "letterhead.logo");
        api.ifMatch(0)
                .put("/api/letterhead", Map.of("iban", "DE88370400440532013000"))
                .refused(422, "letterhead.iban");
        letterhead(Map.of("logo", logo, "accent", "#aa3311", "language", "fr"));
        Answer branded = printed(
                invoice(customer("Dupont")).line("Work", "1", "100.00", VAT_20).drafted());

        assertThat(text(branded)).contains("Facture (Brouillon)");
        try (var document = Loader.loadPDF(branded.bytes());
                var without = Loader.loadPDF(plain.bytes())) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
            assertThat(without.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    @Test
    void a_dunning_letter_is_printed_once_and_kept_as_a_letter() throws IOException {
        String customer = brandt();
        invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        String letter = api.post("/api/dunning-letters", Map.of("customer", customer, "date", "2026-04-10"))
                .created()
                .get("id")
                .textValue();
        Answer first = api.get("/api/dunning-letters/%s/pdf", letter);

        assertThat(text(first))
                .contains("Zahlungserinnerung")
                .contains("Atelier Brandt & S\u00f6hne")
                .contains("Rechnung INV-2026-00001 02.03.2026 01.04.2026 9 120,00")
                .contains("Bitte zahlen Sie 120,00 EUR bis zum 20.04.2026");
        assertThat(api.get("/api/dunning-letters/%s/pdf", letter).bytes()).isEqualTo(first.bytes());
        JsonNode file =
                api.get("/api/dunning-letters/%s/attachments", letter).ok().at("/items/0");
        assertThat(file.get("retention").textValue()).isEqualTo("LETTER");
        asUserWith("SALES").get("/api/dunning-letters/%s/pdf", letter).refused(403, "access.denied");
        newCompany("Elsewhere").get("/api/dunning-letters/%s/pdf", letter).refused(404, "record.unknown");
    }

    @Test
    void a_payment_is_acknowledged_and_what_is_paid_back_is_advised() throws IOException {
        String customer = brandt();
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        String receipt = received("120.00", customer, invoice, "2026-03-12");
        String note = credited(invoice, "2026-03-15");
        String refund = api.post(
                        "/api/payments/refund",
                        Map.of(
                                "customer",
                                customer,
                                "date",
                                "2026-03-20",
                                "amount",
                                money("120.00", "EUR"),
                                "shares",
                                List.of(Map.of("document", note, "amount", money("120.00", "EUR")))))
                .created()
                .get("id")
                .textValue();

        assertThat(text(api.get("/api/payments/%s/pdf", receipt)))
                .contains("Zahlungsbest\u00e4tigung")
                .contains("haben wir 120,00 EUR von Ihnen erhalten")
                .contains("Rechnung INV-2026-00001 02.03.2026 120,00");
        assertThat(text(api.get("/api/payments/%s/pdf", refund)))
                .contains("Zahlungsavis")
                .contains("Am 20.03.2026 haben wir Ihnen 120,00 EUR \u00fcberwiesen")
                .contains("Gutschrift CRN-2026-00001 15.03.2026 120,00");
        assertThat(text(api.get("/api/reports/payments/pdf?from=2026-03-01&to=2026-03-31")))
                .contains("Payments")
                .contains("12 Mar 2026")
                .contains("120.00 EUR")
                .contains("-120.00 EUR")
                .contains("Received 120.00 EUR");
        api.get("/api/reports/payments/pdf?from=2026-03-31&to=2026-03-01").refused(422, "report.dates");
        asUserWith("WAREHOUSE").get("/api/payments/%s/pdf", refund).refused(403, "access.denied");
        newCompany("Elsewhere").get("/api/payments/%s/pdf", refund).refused(404, "payment.unknown");
    }

    @Test
    void a_write_off_has_no_paper() {
        String customer = brandt();
        String invoice = invoice(customer).line("Work", "1", "10.00", VAT_20).issuedOn("2026-03-02");
        String writeOff = api.post(
                        "/api/payments/write-off",
                        Map.of(
                                "customer",
                                customer,
                                "date",
                                "2026-03-20",
                                "document",
                                invoice,
                                "amount",
                                money("12.00", "EUR"),
                                "reason",
                                "Too little to ask for"))
                .created()
                .get("id")
                .textValue();
        api.get("/api/payments/%s/pdf", writeOff).refused(409, "payment.no_money");
    }
}
