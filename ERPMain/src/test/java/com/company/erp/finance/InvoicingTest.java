package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drafts, and what issuing makes of them. */
@Tag("oldest")
class InvoicingTest extends InvoicingScenario {

    @Test
    void a_draft_is_changed_freely_by_whoever_has_read_it() {
        var draft = invoice(customer("Acme")).line("Consulting", "1", "100.00", VAT_20);
        Answer drafted = draft.tryDraft();
        JsonNode before = drafted.created();
        String path = drafted.header("Location");
        assertThat(before.get("number").isNull()).isTrue();
        assertThat(drafted.header("ETag")).isEqualTo("\"0\"");

        var changed = draft.line("Travel", "1", "50.00", ZERO_RATED).with("notes", "Thank you.");
        JsonNode after = api.ifMatch(before).put(path, changed.content()).ok();
        assertThat(after.at("/gross/amount").textValue()).isEqualTo("170.00");
        assertThat(after.get("lines")).hasSize(2);
        assertThat(after.get("version").intValue())
                .isGreaterThan(before.get("version").intValue());

        api.ifMatch(before).put(path, changed.content()).refused(412, "record.stale");
        api.put(path, changed.content()).expect(428);
    }

    @Test
    void a_change_of_a_line_alone_moves_the_version() {
        var draft = invoice(customer("Acme")).line("Consulting", "1", "100.00", VAT_20);
        JsonNode before = draft.tryDraft().created();
        String path = "/api/invoices/" + before.get("id").textValue();
        draft.content()
                .put(
                        "lines",
                        List.of(Map.of(
                                "text", "Advice", "quantity", "1", "unitPrice", "100.00", "taxCode", taxCode(VAT_20))));
        JsonNode after = api.ifMatch(before).put(path, draft.content()).ok();
        assertThat(after.get("version").intValue())
                .isEqualTo(before.get("version").intValue() + 1);
        assertThat(after.at("/lines/0/text").textValue()).isEqualTo("Advice");
    }

    @Test
    void everything_wrong_with_a_draft_is_told_at_once() {
        JsonNode problem = invoice(customer(Map.of("name", "Steel Works", "roles", List.of("SUPPLIER"))))
                .line(Map.of("quantity", "0", "unitPrice", "1.00", "taxCode", taxCode(VAT_20)))
                .line(Map.of("text", "Rent", "quantity", "1", "account", account("1200")))
                .tryDraft()
                .refused(422, "invoice.invalid");
        assertThat(problem.get("errors"))
                .extracting(e -> e.get("field").textValue())
                .containsExactlyInAnyOrder(
                        "customer",
                        "lines[0].quantity",
                        "lines[0].text",
                        "lines[1].unitPrice",
                        "lines[1].taxCode",
                        "lines[1].account");
    }

    @Test
    void a_product_brings_its_name_price_unit_and_tax_code() {
        String unit = api.post("/api/units", Map.of("code", "crate", "name", "crate"))
                .created()
                .get("id")
                .textValue();
        String tea = api.post(
                        "/api/products",
                        Map.of(
                                "code",
                                "TEA",
                                "name",
                                "Tea",
                                "kind",
                                "GOODS",
                                "unit",
                                unit,
                                "salePrice",
                                money("18.50", "EUR"),
                                "salesTaxCode",
                                taxCode(VAT_5)))
                .created()
                .get("id")
                .textValue();
        JsonNode line = found(invoice(customer("Acme"))
                        .line(Map.of("product", tea, "quantity", "10", "discountPercent", "10"))
                        .drafted())
                .at("/lines/0");
        assertThat(line.get("text").textValue()).isEqualTo("Tea");
        assertThat(line.get("unit").textValue()).isEqualTo("crate");
        assertThat(line.at("/net/amount").textValue()).isEqualTo("166.50");
        assertThat(line.at("/tax/amount").textValue()).isEqualTo("8.33");
    }

    @Test
    void an_issued_invoice_keeps_names_and_addresses_of_its_day() {
        var details = Map.of("name", "Acme", "roles", List.of("CUSTOMER"), "country", "FR");
        JsonNode party = api.post("/api/parties", details).created();
        String invoice = invoice(party.get("id").textValue())
                .line("Consulting", "1", "100.00", VAT_20)
                .issuedOn("2026-03-02");
        api.ifMatch(party)
                .put(
                        "/api/parties/" + party.get("id").textValue(),
                        Map.of("name", "Apex", "roles", List.of("CUSTOMER")))
                .ok();
        JsonNode found = found(invoice);
        assertThat(found.get("customerName").textValue()).isEqualTo("Acme");
        assertThat(found.at("/buyer/name").textValue()).isEqualTo("Acme");
        assertThat(found.at("/buyer/country").textValue()).isEqualTo("FR");
        assertThat(found.at("/seller/name").textValue())
                .isEqualTo(company.get("name").textValue());
    }

    @Test
    void what_is_issued_stays_and_what_is_cancelled_is_over() {
        String customer = customer("Acme");
        var draft = invoice(customer).line("Consulting", "1", "100.00", VAT_20);
        String issued = draft.issuedOn("2026-03-02");
        api.post("/api/invoices/" + issued + "/cancel").refused(409, "invoice.transition");
        api.ifMatch(found(issued))
                .put("/api/invoices/" + issued, draft.content())
                .refused(409, "invoice.not_draft");
        issue(issued, "2026-03-02").refused(409, "invoice.transition");

        String cancelled = draft.drafted();
        api.post("/api/invoices/" + cancelled + "/cancel").ok();
        issue(cancelled, "2026-03-02").refused(409, "invoice.transition");
        assertThat(found(cancelled).get("number").isNull()).isTrue();
        api.get("/api/invoices/00000000-0000-7000-8000-000000000000").refused(404, "invoice.unknown");
    }

    @Test
    void a_refused_issue_takes_no_number() {
        String customer = customer("Acme");
        String early =
                invoice(customer).line("Consulting", "1", "100.00", VAT_20).drafted();
        issue(early, "2025-12-31").refused(409, "period.missing");
        String empty = invoice(customer).drafted();
        issue(empty, "2026-03-02").refused(409, "invoice.empty");
        issue(early, "2026-03-02").ok();
        expect(early, "INV-2026-00001 ISSUED open 120.00 due 2026-04-01");
        expect(empty, "draft DRAFT open 0.00 due never");
    }

    @Test
    void a_hundred_parallel_issues_are_numbered_one_to_a_hundred() throws Exception {
        String customer = customer("Acme");
        List<String> drafts = IntStream.rangeClosed(1, 100)
                .mapToObj(i ->
                        invoice(customer).line("Part", "1", i + ".00", VAT_20).drafted())
                .toList();
        try (var pool = Executors.newFixedThreadPool(20)) {
            List<Callable<Answer>> issues = drafts.stream()
                    .map(draft -> (Callable<Answer>) () -> issue(draft, "2026-03-02"))
                    .toList();
            for (var answer : pool.invokeAll(issues)) answer.get().ok();
        }
        assertThat(drafts)
                .extracting(draft -> found(draft).get("number").textValue())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj("INV-2026-%05d"::formatted)
                        .toList());
        expectBooks("""
                1200 Receivables 6060.00 0.00
                2200 VAT payable 0.00 1010.00
                4000 Revenue 0.00 5050.00""");
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }

    @Test
    void an_invoice_in_another_currency_is_translated_at_the_rate_of_the_day() {
        rate("USD", "EUR", "2026-02-27", "0.921357");
        String invoice = invoice(customer("Acme"))
                .with("currency", "USD")
                .line("Consulting", "1", "33.33", VAT_20)
                .line(Map.of(
                        "text",
                        "Licence",
                        "quantity",
                        "1",
                        "unitPrice",
                        "66.67",
                        "taxCode",
                        taxCode(VAT_5),
                        "account",
                        account("4010")))
                .issuedOn("2026-03-01");
        JsonNode found = found(invoice);
        assertThat(found.get("exchangeRate").textValue()).isEqualTo("0.921357");
        assertThat(found.get("exchangeRateDate").textValue()).isEqualTo("2026-02-27");
        assertThat(found.at("/gross/amount").textValue()).isEqualTo("110.00");
        assertThat(found.at("/baseGross/amount").textValue()).isEqualTo("101.35");
        assertThat(trialBalance("to=2026-12-31").at("/totals/debit"))
                .isEqualTo(trialBalance("to=2026-12-31").at("/totals/credit"));
        expectItemsEqualControlAccounts();
        expectSoundLedger();
    }

    @Test
    void without_a_rate_an_invoice_in_another_currency_is_not_issued() {
        String draft = invoice(customer("Acme"))
                .with("currency", "USD")
                .line("Consulting", "1", "33.33", VAT_20)
                .drafted();
        issue(draft, "2026-03-01").refused(409, "rate.missing");
    }

    @Test
    void a_company_may_require_that_dates_do_not_run_backwards() {
        JsonNode journal = api.get("/api/journals/SALES").ok();
        api.ifMatch(journal)
                .put(
                        "/api/journals/SALES",
                        Map.of(
                                "name",
                                "Sales",
                                "pattern",
                                journal.get("pattern").textValue(),
                                "ascending",
                                true))
                .ok();
        var draft = invoice(customer("Acme")).line("Consulting", "1", "100.00", VAT_20);
        draft.issuedOn("2026-03-02");
        String late = draft.drafted();
        issue(late, "2026-03-01").refused(409, "series.backdated");
        issue(late, "2026-03-02").ok();
    }

    @Test
    void lists_filter_sort_search_and_page() {
        String acme = customer("Acme Trading");
        String bolt = customer("Bolt Brothers");
        String first = invoice(acme).line("A", "1", "30.00", ZERO_RATED).issuedOn("2026-03-01");
        String second = invoice(bolt).line("B", "1", "10.00", ZERO_RATED).issuedOn("2026-03-05");
        String third = invoice(acme)
                .with("externalReference", "OLD-77")
                .line("C", "1", "20.00", ZERO_RATED)
                .drafted();

        assertListed("", third, second, first);
        assertListed("?sort=gross", second, third, first);
        assertListed("?sort=-gross", first, third, second);
        assertListed("?sort=number&status=ISSUED", first, second);
        assertListed("?sort=dueDate&limit=2", first, second);
        assertListed("?customer=" + acme, third, first);
        assertListed("?from=2026-03-02&to=2026-03-31", second);
        assertListed("?dueBefore=2026-04-01", first);
        assertListed("?number=INV-2026-00002", second);
        assertListed("?q=old-7", third);
        assertListed("?q=bolt", second);
        assertListed("?q=%%25");
        api.get("/api/invoices?sort=notes").refused(422, "sort.unknown");
        api.get("/api/invoices?colour=red").expect(422);

        JsonNode page = api.get("/api/invoices?limit=2&sort=-gross").ok();
        JsonNode next = api.get("/api/invoices?limit=2&sort=-gross&after="
                        + page.get("next").textValue())
                .ok();
        assertThat(next.get("items")).extracting(i -> i.get("id").textValue()).containsExactly(second);

        String csv = api.get("/api/invoices/export?status=ISSUED").expect(200).text();
        assertThat(csv.lines()).hasSize(3).anyMatch(line -> line.contains("INV-2026-00001"));
    }

    private void assertListed(String query, String... ids) {
        assertThat(api.get("/api/invoices" + query).ok().get("items"))
                .extracting(i -> i.get("id").textValue())
                .containsExactly(ids);
    }

    private void rate(String from, String to, String date, String rate) {
        api.post("/api/exchange-rates", Map.of("from", from, "to", to, "date", date, "rate", rate))
                .created();
    }
}
