package com.company.erp.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.SqlCount;
import com.company.erp.user.PretendedDirectory;
import com.company.erp.user.PretendedProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdminPagesTest extends PageTest {

    @Test
    void a_role_is_made_by_ticks_changed_and_deleted_and_a_key_is_shown_once() {
        signIn();
        page.onDialog(Dialog::accept);
        go("/roles");
        assertThat(page.locator(".matrix th:has-text('Accountant')")).isVisible();
        link("New role").click();
        field("Name").fill("Biller");
        page.locator("input[value='invoice.read']").check();
        page.locator("input[value='party.read']").check();
        expectAccessible();
        button("Save").click();
        link("Biller").click();
        assertThat(page.locator("input[value='party.read']")).isChecked();
        page.locator("input[value='party.read']").uncheck();
        page.locator("input[value='invoice.draft']").check();
        button("Save").click();
        assertThat(page.locator(".own-roles .number").last()).hasText("2");
        assertThat(role("Biller").get("permissions"))
                .extracting(JsonNode::textValue)
                .containsExactly("invoice.draft", "invoice.read");
        button("Delete").click();
        assertThat(page.locator(".own-roles")).hasCount(0);

        go("/api-keys");
        link("New API key").first().click();
        field("Name").fill("Web shop");
        page.locator("input[value='party.read']").check();
        button("Make the key").click();
        assertThat(page.locator("h1")).hasText("Web shop");
        String secret = page.locator(".secret code").innerText();
        stranger().with("Authorization", "Bearer " + secret).get("/api/parties").ok();
        go("/api-keys");
        link("Web shop").click();
        assertThat(page.content()).doesNotContain(secret);
        expectAccessible();
        button("Revoke").click();
        assertThat(page.locator("dt:has-text('Revoked')")).isVisible();
        stranger().with("Authorization", "Bearer " + secret).get("/api/parties").expect(401);

        go("/audit");
        page.locator("summary:has-text('Type')").click();
        page.locator(".chip a:has-text('Roles')").click();
        assertThat(page.locator("tbody tr")).hasCount(3);
        assertThat(page.locator("tbody")).containsText("Biller");
        expectAccessible();
        page.locator("summary:has-text('Export')").click();
        var file = page.waitForDownload(() -> link("CSV").click());
        assertThat(file.suggestedFilename()).isEqualTo("audit.csv");
    }

    @Test
    void the_overview_shows_cash_and_sales_by_month_and_leads_to_what_they_are_made_of() {
        invoice(customer("Aalto Oy")).line("Work", "1", "12345.00", VAT_20).issuedOn("2026-03-02");
        JsonNode overview = api.get("/api/reports/overview?on=2026-04-15").ok();
        assertThat(overview.get("cash").get("amount").asText()).isEqualTo("0.00");
        assertThat(overview.get("sales")).hasSize(12);
        assertThat(overview.get("sales").get(10).toString()).contains("2026-03", "12345.00");
        assertThat(overview.get("sales").get(11).toString()).contains("2026-04", "0.00");
        invoice(customer("Draft Oy")).line("Work", "1", "5.00", VAT_20).drafted();
        signIn();
        assertThat(page.locator(".tasks")).containsText("1 draft of yours");
        JsonNode best = api.get("/api/reports/best-customers?from=2026-01-01&to=2026-12-31")
                .ok();
        assertThat(best).hasSize(1);
        assertThat(best.at("/0/sales/amount").textValue()).isEqualTo("12345.00");
        assertThat(page.locator(".tile").first()).containsText("Cash and bank");
        assertThat(page.locator(".chart .bar")).hasCount(12);
        page.locator(".behind summary").click();
        assertThat(page.locator(".behind tbody tr")).hasCount(12);
        expectAccessible();
        page.locator(".behind a").last().click();
        assertThat(page.locator("h1")).containsText("Income statement");
    }

    @Test
    void an_identity_provider_is_registered_and_tested_and_offered_by_the_address() {
        try (var provider = new PretendedProvider()) {
            signIn();
            page.onDialog(Dialog::accept);
            go("/identity-providers");
            link("New identity provider").first().click();
            field("Name").fill("Head office");
            field("Issuer").fill(provider.issuer());
            field("Client").fill("erp");
            field("Client secret").fill("a secret");
            field("Domains of addresses").fill("admin-pages.example.com");
            page.locator("[name='roles[0].group']").fill("sellers");
            page.locator("[name='roles[0].role']").selectOption("SALES");
            expectAccessible();
            button("Register").click();
            assertThat(page.locator("h1")).hasText("Head office");
            assertThat(page.locator(".facts")).containsText("/return");
            assertThat(page.locator("section tbody tr")).containsText("sellers");
            expectAccessible();
            button("Test").click();
            assertThat(page.locator("#notice")).containsText("Keys that it signs with: 1");
            link("Edit").click();
            field("Issuer").fill("https://127.0.0.3");
            field("Client secret").fill("a secret");
            button("Save").click();
            button("Test").click();
            assertThat(page.locator("#notice")).containsText("erp.outgoing.networks");
            open(PHONE, 800, ColorScheme.DARK);
            page.onDialog(Dialog::accept);
            go("/sign-in");
            link("Sign in by your company’s account").click();
            field("E-mail").fill("somebody@nowhere.example.com");
            expectRefusal(() -> {
                button("Go on").click();
                assertThat(page.locator(".gate")).containsText("No company has said");
            });
            expectAccessible();
            expectNoWiderThanWindow();
            signIn();
            go("/identity-providers");
            link("Head office").click();
            expectNoWiderThanWindow();
            button("Delete").click();
            assertThat(page.locator("main")).containsText("People can sign in");
        }
    }

    @Test
    void a_directory_is_registered_and_tested_and_somebody_signs_in_by_it() {
        try (var directory = new PretendedDirectory()) {
            directory.add("paula", "paula@directory-pages.example.com", PretendedDirectory.group("sellers"));
            signIn();
            go("/directories");
            link("New directory").first().click();
            field("Name").fill("Book of the house");
            field("Address").fill(directory.address());
            field("Account that looks people up (DN)").fill(PretendedDirectory.READER);
            field("Password of that account").fill(PretendedDirectory.READERS_PASSWORD);
            field("Domains of addresses").fill("directory-pages.example.com");
            field("People are below (DN)").fill(PretendedDirectory.PEOPLE);
            field("Attributes to sign in by").fill("uid");
            page.locator("[name='roles[0].group']").fill(PretendedDirectory.group("sellers"));
            page.locator("[name='roles[0].role']").selectOption("SALES");
            expectAccessible();
            button("Register").click();
            assertThat(page.locator("h1")).hasText("Book of the house");
            assertThat(page.locator("section tbody tr")).containsText("cn=sellers");
            expectAccessible();
            button("Test").click();
            assertThat(page.locator("#notice")).containsText("people are found");
            open(PHONE, 800, ColorScheme.DARK);
            go("/sign-in");
            link("Sign in by your company’s account").click();
            field("E-mail").fill("paula@directory-pages.example.com");
            button("Go on").click();
            assertThat(page.locator(".gate .hint")).containsText("Book of the house");
            expectAccessible();
            expectNoWiderThanWindow();
            field("User name").fill("paula");
            field("Password").fill(PASSWORD);
            button("Sign in").click();
            assertThat(page.locator("h1")).hasText("Overview");
            go("/second-factor/passkeys/new");
            field("Name").fill("Past the directory");
            field("Current password").fill(PASSWORD);
            expectRefusal(() -> {
                button("Go on").click();
                assertThat(page.locator(".problem")).containsText("a passkey would lead past it");
            });
        }
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode role(String name) {
        for (JsonNode role : api.get("/api/roles").ok()) {
            if (role.get("name").textValue().equals(name)) return role;
        }
        throw new AssertionError("No role " + name);
    }

    @Test
    void rates_taxes_and_numbers_are_kept_at_the_browser() {
        signIn();
        page.onDialog(Dialog::accept);
        go("/exchange-rates/new");
        field("From").selectOption("USD");
        field("To").selectOption("EUR");
        field("Date").fill("2026-03-02");
        field("Rate").fill("0.92");
        expectAccessible();
        button("Save").click();
        assertThat(page.locator("tbody tr")).containsText("0.92");
        page.getByLabel("Choose all rows").check();
        button("Withdraw").click();
        assertThat(page.locator("#notice")).containsText("Withdrawn: 1");
        link("Import").click();
        expectAccessible();
        page.locator("input[type=file]").setInputFiles(file("rates.csv", "no rates at all"));
        expectRefusal(() -> {
            button("Import").click();
            assertThat(page.locator("#checked .problem")).containsText("no rate file");
        });
        page.locator("input[type=file]").setInputFiles(file("rates.csv", "Date,USD,JPY,\n2026-03-02,1.0815,161.21,\n"));
        button("Import").click();
        assertThat(page.locator("#notice")).containsText("Rates in the file: 2, new or changed: 2");

        go("/tax-codes/new");
        field("Code").fill("LUX");
        field("Name").fill("Luxury");
        field("Kind").selectOption("STANDARD");
        page.locator("[name='rates[0].validFrom']").fill("2026-01-01");
        page.locator("[name='rates[0].percent']").fill("33");
        expectAccessible();
        button("Save").click();
        assertThat(page.locator("h1")).hasText("LUX");
        assertThat(page.locator("section tbody tr")).containsText("33");
        link("Edit").click();
        field("Name").fill("Luxury goods");
        button("Save").click();
        assertThat(page.locator(".facts")).containsText("Luxury goods");
        button("Deactivate").click();
        assertThat(button("Activate")).isVisible();

        go("/journals");
        link("Sales invoices").click();
        assertThat(field("Pattern of numbers")).hasValue("INV-{year}-{number:5}");
        field("Pattern of numbers").fill("INV{number}");
        expectRefusal(() -> {
            button("Save").click();
            assertThat(page.locator(".error")).containsText("{year}");
        });
        field("Pattern of numbers").fill("R{year}-{number:6}");
        button("Save").click();
        assertThat(page.locator("tbody")).containsText("R{year}-{number:6}");

        open(PHONE, 844, ColorScheme.DARK);
        signIn();
        speak("ar");
        assertThat(SqlCount.ofOneRequestDuring(() -> go("/"))).hasSizeLessThanOrEqualTo(9);
        assertThat(SqlCount.ofOneRequestDuring(() -> go("/setup"))).hasSizeLessThanOrEqualTo(9);
        for (String other : List.of("/", "/roles", "/roles/new", "/tax-codes/new")) {
            go(other);
            expectAccessible();
            expectNoWiderThanWindow();
        }
    }
}
