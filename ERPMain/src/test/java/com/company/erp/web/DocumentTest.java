package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentTest extends PageTest {

    private static final List<String> REPORTS = List.of(
            "trial-balance?to=2026-12-31",
            "balance-sheet?on=2026-12-31&compareTo=previous-year",
            "income-statement?from=2026-01-01&to=2026-12-31",
            "aged-receivables?on=2026-12-31&compareTo=other&comparedTo=2026-01-31");

    private static final String PASTE = """
            text => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              document.activeElement.dispatchEvent(
                  new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
            }""";

    private void sellRope() {
        api.post(
                        "/api/products",
                        Map.of(
                                "code",
                                "ROPE",
                                "name",
                                "Rope",
                                "kind",
                                "GOODS",
                                "salePrice",
                                Map.of("amount", "12.50", "currency", "EUR"),
                                "salesTaxCode",
                                taxCode(VAT_20)))
                .created();
    }

    @Test
    void an_invoice_is_written_by_keyboard_issued_and_paid() {
        sellRope();
        signIn();

        go("/parties/new");
        page.keyboard().type("Aalto Oy");
        page.keyboard().press("Control+s");
        assertThat(page.locator("h1")).hasText("Aalto Oy");
        expectAccessible();
        link("New invoice").click();
        assertThat(field("Customer")).hasValue("Aalto Oy");

        field("Product").focus();
        page.keyboard().type("ROPE");
        assertThat(page.locator("[role=option]")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(field("Unit price")).hasValue("12.50");
        field("Quantity").fill("2*4");
        assertThat(page.locator("#totals .strong")).containsText("120.00");
        field("Quantity").press("Enter");
        assertThat(page.locator("[data-line]")).hasCount(2);
        expectAccessible();
        page.keyboard().press("Control+s");

        assertThat(page.locator("h1")).containsText("Draft");
        assertThat(page.locator("tbody td.number").nth(1)).hasText("12.50");
        assertThat(link("Credit…")).isHidden();
        go("/invoices?status=DRAFT");
        link("Draft").click();
        link("Issue…").click();
        field("On").fill("2/3/2026");
        field("On").press("Enter");
        assertThat(page.locator("h1")).containsText("INV-2026-00001");
        assertThat(page.locator(".totals .strong")).containsText("120.00");
        expectAccessible();

        link("Receive payment").click();
        field("Date").fill("15/3/2026");
        field("Amount").fill("120");
        button("Record payment").click();
        assertThat(page.locator(".badge")).hasText("Posted");
        go("/invoices");
        assertThat(page.locator("tbody .badge")).hasText("Paid");

        link("INV-2026-00001").click();
        assertThat(page.locator("section:has(h2:text('Settled by')) tbody tr")).containsText("120.00");
        assertThat(page.locator(".timeline li").first()).containsText("Issued → Paid");
        page.getByLabel("Say something; @ names a colleague").fill("Thanks for the help ");
        page.keyboard().type("@");
        String me = api.get("/api/auth/me").ok().get("name").textValue();
        page.locator(".say [role=option]:has-text('" + me + "')").first().click();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".timeline li.comment .words")).containsText("Thanks for the help @" + me);
        expectAccessible();
        link("Aalto Oy").click();
        assertThat(page.locator(".notices .count")).containsText("1");
        assertThat(page.locator(".chart .mark")).hasCount(1);
        page.locator(".behind summary").click();
        assertThat(page.locator(".behind tbody tr")).containsText("March 2026");
        assertThat(page.locator(".behind tbody tr")).containsText("13");
        expectAccessible();
        expectSoundLedger();
    }

    @Test
    void what_is_wrong_stands_beside_the_field_and_nothing_typed_is_lost() {
        signIn();
        go("/parties/new");
        field("Code").fill("A1");
        field("Credit limit").fill("3*x");
        expectRefusal(() -> {
            button("Save").click();
            assertThat(page.locator("[aria-invalid=true]")).hasCount(1);
        });
        field("Credit limit").fill("3*1,000");
        expectRefusal(() -> {
            button("Save").click();
            assertThat(field("Name")).hasAttribute("aria-invalid", "true");
        });
        expectAccessible();
        assertThat(field("Code")).hasValue("A1");
        field("Name").fill("Aalto Oy");
        button("Save").click();
        assertThat(page.getByText("3,000.00")).isVisible();

        sellRope();
        link("New invoice").click();
        field("Product").focus();
        page.evaluate(PASTE, "rope\tFor the harbour\t8\nString\tLoose work\t2\t10\n");
        assertThat(page.locator("[name='lines[0].unitPrice']")).hasValue("12.50");
        assertThat(page.locator("[name='lines[0].text']")).hasValue("For the harbour");
        expectRefusal(() -> {
            page.keyboard().press("Control+s");
            assertThat(page.locator(".error")).hasText("Nothing is called so. Choose what is offered.");
        });
        page.locator("[name='_label.lines[1].product']").fill("");
        page.locator("[name='lines[1].taxCode']").selectOption(taxCode(VAT_20));
        page.keyboard().press("Control+s");
        assertThat(page.locator("h1")).containsText("Draft");
        assertThat(page.locator(".totals .strong")).containsText("144.00");
    }

    @Test
    void who_changes_an_old_copy_is_told_so() {
        String customer = customer("Aalto Oy");
        signIn();
        go("/parties/" + customer + "/edit");
        api.post("/api/parties/" + customer + "/deactivate").ok();
        field("Name").fill("Aalto Ltd");
        expectRefusal(() -> {
            button("Save").click();
            assertThat(page.getByText("Somebody else has changed this meanwhile."))
                    .isVisible();
        });
        assertThat(field("Name")).hasValue("Aalto Ltd");
        assertThat(page.locator(".differences tbody tr")).hasCount(1);
        assertThat(page.locator(".differences tbody tr")).containsText("Aalto Oy");
        expectAccessible();
        button("Save").click();
        assertThat(page.locator("h1")).hasText("Aalto Ltd");
    }

    @Test
    void what_was_typed_and_not_saved_is_offered_again() {
        signIn();
        go("/parties/new");
        field("Name").fill("Half a name");
        assertThat(page.locator(".kept")).hasText("Kept, not saved");
        go("/parties/new");
        assertThat(field("Name")).hasValue("");
        expectAccessible();
        link("Go on with it").click();
        assertThat(field("Name")).hasValue("Half a name");
        button("Save").click();
        assertThat(page.locator("h1")).hasText("Half a name");
        go("/parties/new");
        assertThat(page.locator(".unfinished")).hasCount(0);
    }

    @Test
    void a_figure_of_a_report_leads_to_its_lines_and_these_to_the_document() {
        invoice(customer("Aalto Oy")).line("Work", "2", "100.00", VAT_20).issuedOn("2026-03-02");
        signIn();
        for (String report : REPORTS) {
            go("/reports/" + report);
            assertThat(page.locator("tbody tr").first()).isVisible();
            expectAccessible();
        }
        page.locator("td.money a:has-text('240.00')").first().click();
        assertThat(page.locator("h1")).containsText("Aalto Oy");
        assertThat(page.locator("tbody td.first a")).hasText("INV-2026-00001");
        expectAccessible();
        page.locator(".kind a").click();
        assertThat(page).hasURL(Pattern.compile("compareTo=other"));

        go("/reports/income-statement?from=2026-01-01&to=2026-12-31");
        int rows = page.locator("tbody tr:visible").count();
        button("Fold all").click();
        assertThat(page.locator("tbody tr:visible")).hasCount(3);
        page.locator(".fold").first().press("Enter");
        button("Fold all").click();
        button("Unfold all").click();
        assertThat(page.locator("tbody tr:visible")).hasCount(rows);
        page.locator("summary:has-text('Export')").click();
        var file = page.waitForDownload(() -> link("CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("income-statement-2026-12-31.csv");
        go("/reports/trial-balance?to=2026-12-31&compareTo=previous-year");
        assertThat(page.locator("thead th")).hasCount(8);
        page.locator("td.money a:has-text('240.00')").first().click();
        assertThat(page.locator(".kind")).hasText("Trial balance");
        link("General ledger").click();
        assertThat(page.locator("tr.heading")).hasCount(3);
        assertThat(page.locator("tr.total td.money:has-text('240.00')").first()).isVisible();
        link("INV-2026-00001").click();
        assertThat(page.locator("h1")).hasText("INV-2026-00001");
        link("Invoice").click();
        assertThat(page.locator("h1")).containsText("INV-2026-00001");
        assertThat(page.locator("h1 .badge")).isVisible();
    }

    @Test
    void the_company_its_users_and_periods_have_pages_wide_and_narrow() {
        open(PHONE, 844, ColorScheme.DARK);
        signIn();
        for (String path : List.of("/company", "/company/edit", "/members", "/periods", "/search?q=inv", "/")) {
            go(path);
            expectAccessible();
            expectNoWiderThanWindow();
        }
        go("/periods");
        assertThat(button("Open the year 2027")).isVisible();
        go("/members/new");
        field("User name").fill("new." + company.get("id").textValue() + "@example.com");
        field("Name").fill("New user");
        page.getByLabel("Accountant").check();
        button("Invite").click();
        assertThat(page.locator(".secret code")).isVisible();
    }
}
