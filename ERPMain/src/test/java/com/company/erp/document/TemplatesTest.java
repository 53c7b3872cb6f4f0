package com.company.erp.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.finance.InvoicingScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A company's own templates: tried out, proven, used, and given up again. */
class TemplatesTest extends InvoicingScenario {

    private static final String ENGLISH_INVOICE = "/api/print-templates/INVOICE/en";

    private static String text(Answer pdf) throws IOException {
        assertThat(pdf.expect(200).header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String printed(String customer) throws IOException {
        String invoice = invoice(customer).line("Work", "1", "100.00", VAT_20).issuedOn("2026-03-02");
        return text(api.get("/api/invoices/%s/pdf", invoice));
    }

    @Test
    void a_template_is_changed_for_one_language_and_given_up_again() throws IOException {
        JsonNode usual = api.get(ENGLISH_INVOICE).ok();
        assertThat(usual.get("own").booleanValue()).isFalse();
        String html = usual.get("html").textValue().replace("<h1 ", "<p>Our own words</p><h1 ");
        var details = Map.of("html", html);

        assertThat(text(api.post(ENGLISH_INVOICE + "/preview", details))).contains("Our own words", "Northern Lights");
        JsonNode own = api.ifMatch(usual).put(ENGLISH_INVOICE, details).ok();
        assertThat(own.get("own").booleanValue()).isTrue();
        assertThat(printed(customer("Acme"))).contains("Our own words", "Invoice INV-2026-00001");
        String german = customer(Map.of("name", "Brandt", "roles", List.of("CUSTOMER"), "language", "de"));
        assertThat(printed(german)).contains("Rechnung").doesNotContain("Our own words");
        assertThat(api.get("/api/print-templates").ok().toString())
                .contains("{\"paper\":\"INVOICE\",\"language\":\"en\",\"own\":true}")
                .contains("{\"paper\":\"DUNNING\",\"language\":\"ar\",\"own\":false}");

        api.ifMatch(7).delete(ENGLISH_INVOICE).refused(412, "record.stale");
        api.ifMatch(own).delete(ENGLISH_INVOICE).noContent();
        api.ifMatch(own).delete(ENGLISH_INVOICE).refused(404, "template.not_own");
        assertThat(printed(customer("Bolt"))).doesNotContain("Our own words");
    }

    @Test
    void a_template_that_does_not_work_is_refused_with_its_line_and_reason() {
        String html =
                "<html xmlns:th=\"http://www.thymeleaf.org\">\n<body>\n<p th:text=\"${sheet.%s}\">x</p></body></html>";
        for (String path : new String[] {"nothing", "title.class", "words"}) {
            Answer refused = api.ifMatch(0).put(ENGLISH_INVOICE, Map.of("html", html.formatted(path)));
            assertThat(refused.refused(422, "template.broken").toString()).contains("Line 3: There is nothing called");
        }
        api.post(ENGLISH_INVOICE + "/preview", Map.of("html", "<html>\n<body></html>"))
                .refused(422, "template.broken");
        assertThat(api.get(ENGLISH_INVOICE).ok().get("own").booleanValue()).isFalse();
        api.get("/api/print-templates/INVOICE/xx").refused(404, "template.language");
    }

    @Test
    void every_template_of_the_house_may_be_kept_as_it_is() {
        for (JsonNode row : api.get("/api/print-templates").ok()) {
            if (!row.get("language").textValue().equals("ar")) continue;
            String path = "/api/print-templates/" + row.get("paper").textValue() + "/ar";
            JsonNode usual = api.get(path).ok();
            api.ifMatch(usual)
                    .put(path, Map.of("html", usual.get("html").textValue()))
                    .ok();
        }
    }

    @Test
    void templates_are_a_company_s_own_and_not_everybody_s_to_change() {
        JsonNode usual = api.get("/api/print-templates/STATEMENT/fr").ok();
        var details = Map.of("html", usual.get("html").textValue());
        api.ifMatch(usual).put("/api/print-templates/STATEMENT/fr", details).ok();

        assertThat(newCompany("Elsewhere")
                        .get("/api/print-templates/STATEMENT/fr")
                        .ok()
                        .get("own")
                        .booleanValue())
                .isFalse();
        asUserWith("SALES").get("/api/print-templates").refused(403, "access.denied");
        asUserWith("AUDITOR").ifMatch(0).put(ENGLISH_INVOICE, details).refused(403, "access.denied");
    }
}
