package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Scenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksTest extends Scenario {

    @Test
    void a_company_starts_without_books_and_opens_them_once() {
        assertThat(api.get("/api/books").ok().get("open").booleanValue()).isFalse();

        var wanted = Map.of("chart", "general-ifrs", "startsOn", "2026-01-01");
        JsonNode opened = api.post("/api/books", wanted).created();

        assertThat(opened.get("open").booleanValue()).isTrue();
        assertThat(opened.get("startsOn").textValue()).isEqualTo("2026-01-01");
        assertThat(opened.get("endsOn").textValue()).isEqualTo("2026-12-31");
        assertThat(api.get("/api/books").ok()).isEqualTo(opened);
        api.post("/api/books", wanted).refused(409, "books.open");
    }

    @Test
    void the_charts_to_start_from_are_listed_and_no_other_is_taken() {
        assertThat(api.get("/api/books/charts").ok())
                .extracting(chart -> chart.get("name").textValue())
                .containsExactly("general-ifrs", "de-skr04", "fr-pcg", "uk", "us");
        api.post("/api/books", Map.of("chart", "../application", "startsOn", "2026-01-01"))
                .refused(422, "chart.unknown");
        api.post("/api/books", Map.of("chart", "uk", "startsOn", "2026-01-02")).refused(422, "fiscal_year.start");
        assertThat(api.get("/api/books").ok().get("open").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"general-ifrs,VAT20", "de-skr04,DE19", "fr-pcg,FR20", "uk,GB20", "us,US-NONE"})
    void every_chart_brings_accounts_defaults_taxes_and_journals(String chart, String taxCode) {
        api.post("/api/books", Map.of("chart", chart, "startsOn", "2026-04-01")).created();

        assertThat(api.get("/api/accounts?postable=true&limit=500").ok().get("items"))
                .hasSizeGreaterThan(80);
        assertThat(api.get("/api/accounts?postable=false&limit=500").ok().get("items"))
                .isNotEmpty();
        assertThat(api.get("/api/accounts/defaults").ok())
                .filteredOn(d -> d.get("taxCode").isNull())
                .hasSize(19);
        assertThat(api.get("/api/tax-codes").ok().get("items"))
                .extracting(code -> code.get("code").textValue())
                .contains(taxCode);
        assertThat(api.get("/api/journals").ok()).hasSize(8);
        assertThat(api.get("/api/fiscal-years").ok().get(0).get("label").textValue())
                .isEqualTo("2026-27");
    }

    @Test
    void a_tax_code_of_the_company_stays_as_it_is() {
        api.post("/api/tax-codes", """
                {"code": "VAT20", "name": "Our own", "kind": "STANDARD",
                 "rates": [{"validFrom": "2020-01-01", "percent": "20"}]}""").created();

        api.post("/api/books", Map.of("chart", "general-ifrs", "startsOn", "2026-01-01"))
                .created();

        assertThat(api.get("/api/tax-codes").ok().get("items"))
                .filteredOn(code -> code.get("code").textValue().equals("VAT20"))
                .extracting(code -> code.get("name").textValue())
                .containsExactly("Our own");
    }
}
