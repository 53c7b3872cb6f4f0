package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.SqlCount;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListTest extends PageTest {

    private static final int STATEMENTS_MAX = 6;
    private static final int CLICK_BYTES_MAX = 30_000;
    private static final List<String> LISTS = List.of(
            "/invoices",
            "/credit-notes",
            "/payments",
            "/parties",
            "/products",
            "/accounts",
            "/entries",
            "/journals",
            "/tax-codes",
            "/exchange-rates",
            "/imports",
            "/api-keys",
            "/audit");

    @Test
    void every_list_is_read_with_few_statements_and_by_everybody() {
        String customer = customer("Aalto Oy");
        String invoice = invoice(customer).line("Work", "2", "100.00", VAT_20).issuedOn("2026-03-02");
        credited(invoice, "2026-03-03");
        invoice(customer).line("Draft", "1", "50.00", VAT_20).drafted();
        api.post("/api/products", Map.of("code", "P1", "name", "Hour of work", "kind", "SERVICE"))
                .created();
        signIn();
        for (String list : LISTS) {
            List<String> statements = SqlCount.ofOneRequestDuring(() -> go(list));
            assertThat(statements).as(list).hasSizeLessThanOrEqualTo(STATEMENTS_MAX);
            assertThat(transferred()).as(list).isLessThan(CLICK_BYTES_MAX);
            expectAccessible();
        }
        open(PHONE, 844, ColorScheme.DARK);
        signIn();
        speak("ar");
        for (String list : LISTS) {
            go(list);
            expectAccessible();
            expectNoWiderThanWindow();
        }
    }

    @Test
    void the_address_holds_what_was_chosen_and_the_way_back_leads_there() {
        String customer = customer("Aalto Oy");
        invoice(customer).line("Work", "2", "100.00", VAT_20).issuedOn("2026-03-02");
        invoice(customer).line("Draft", "1", "50.00", VAT_20).drafted();
        signIn();
        go("/invoices");
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.getByText("Status", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        link("Draft").click();
        page.waitForURL("**/invoices?status=DRAFT");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("summary:has-text('Status: Draft')")).isVisible();

        link("Total").click();
        page.waitForURL("**/invoices?status=DRAFT&sort=gross");
        page.evaluate("history.back()");
        page.waitForURL("**/invoices?status=DRAFT");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.evaluate("history.back()");
        assertThat(page.locator("tbody tr")).hasCount(2);

        page.locator("#list-search").fill("nobody of that name");
        assertThat(page.getByText("Nothing fits these filters.")).isVisible();
        link("Clear filters").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    @Test
    void what_is_chosen_is_done_at_once_and_a_view_is_found_again() {
        String customer = customer("Aalto Oy");
        invoice(customer).line("Work", "2", "100.00", VAT_20).issuedOn("2026-03-02");
        invoice(customer).line("Draft", "1", "50.00", VAT_20).drafted();
        invoice(customer).line("Draft", "1", "30.00", VAT_20).drafted();
        signIn();
        go("/invoices");
        assertThat(page.locator(".sum")).containsText("3 rows");
        assertThat(page.locator(".sum")).containsText("336.00");
        assertThat(page.locator("th:has-text('Net')")).hasCount(0);

        menu("Columns").click();
        page.getByLabel("Net", new Page.GetByLabelOptions().setExact(true)).check();
        button("Apply").click();
        assertThat(page.locator("th:has-text('Net')")).isVisible();
        menu("Status").click();
        link("Draft").click();
        assertThat(page.locator(".sum")).containsText("96.00");
        menu("View").click();
        page.getByLabel("Save this view as").fill("Unsent & due");
        button("Save").click();
        assertThat(page.locator("summary:has-text('View: Unsent & due')")).isVisible();
        go("/invoices");
        menu("View").click();
        button("Share").click();
        menu("View").click();
        page.locator(".view a:has-text('Unsent & due')").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("th:has-text('Net')")).isVisible();
        expectAccessible();

        page.onDialog(Dialog::accept);
        page.getByLabel("Choose all rows").check();
        assertThat(page.locator(".chosen-bar")).containsText("2 chosen");
        button("Issue").click();
        assertThat(page.getByText("Issued: 2")).isVisible();
        go("/invoices");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator(".chosen-bar")).containsText("1 chosen");
        var paper = page.waitForDownload(() -> button("Print").click());
        assertThat(paper.suggestedFilename()).isEqualTo("invoices.pdf");
        var file = page.waitForDownload(() -> button("Export CSV").click());
        assertThat(linesOf(file)).hasSize(2);
        button("Issue").click();
        assertThat(page.locator("#notice .problem")).containsText("Not done with 1");
        expectAccessible();
        expectSoundLedger();
    }

    private Locator menu(String name) {
        return page.locator("summary:has-text('" + name + "')");
    }

    private static List<String> linesOf(Download file) {
        try {
            return Files.readAllLines(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_long_list_goes_on_as_it_is_scrolled_and_is_a_file_too() {
        for (int i = 0; i < 60; i++) customer("Customer %02d".formatted(i));
        signIn();
        go("/parties");
        assertThat(page.locator("tbody tr:not(.more)")).hasCount(50);
        page.locator("tr.more").scrollIntoViewIfNeeded();
        assertThat(page.locator("tbody tr:not(.more)")).hasCount(60);

        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        var file = page.waitForDownload(() -> link("CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("parties.csv");
    }
}
