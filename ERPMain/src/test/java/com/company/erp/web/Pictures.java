package com.company.erp.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Takes pictures of the pages for somebody to look at. No test: run by its name only. */
class Pictures extends PageTest {

    @Test
    void take() {
        String customer = customer("Aalto Oy");
        api.post("/api/products", Map.of("code", "P1", "name", "Hour of work", "kind", "SERVICE"))
                .created();
        String invoice = invoice(customer).line("Work", "2", "100.00", VAT_20).issuedOn("2026-03-02");
        String draft = invoice(customer).line("Draft", "1", "50.00", VAT_20).drafted();
        for (int month = 5; month <= 10; month++) pay(customer, month);
        List<String> paths = List.of(
                "/",
                "/invoices",
                "/invoices/" + invoice,
                "/invoices/" + draft + "/edit",
                "/parties",
                "/parties/" + customer,
                "/parties/new",
                "/payments/receive?customer=" + customer,
                "/accounts",
                "/reports/trial-balance?compareTo=previous-year",
                "/reports/balance-sheet?compareTo=previous-period",
                "/reports/income-statement?compareTo=other",
                "/reports/aged-receivables",
                "/reports/aged-receivables/items?customer=" + customer,
                "/reports/customer-statement?customer=" + customer,
                "/reports/general-ledger",
                "/reports/general-ledger?account=" + account("4000"),
                "/notices",
                "/sessions",
                "/password",
                "/company",
                "/system",
                "/setup",
                "/search?q=aalto",
                "/files",
                "/templates",
                "/print-templates/INVOICE/en",
                "/mail-templates/INVOICE/en",
                "/identity-providers",
                "/identity-providers/new",
                "/second-factor/passkeys/new",
                "/periods",
                "/members",
                "/members/new",
                "/roles",
                "/second-factor",
                "/second-factor-policy",
                "/roles/new",
                "/api-keys",
                "/audit",
                "/imports",
                "/imports/new",
                "/tax-codes",
                "/journals",
                "/exchange-rates",
                "/exchange-rates/new",
                "/exchange-rates/import",
                "/imports/" + refusedImport());
        List<String> gates = List.of(
                "/sign-in",
                "/sign-in?expired=true",
                "/forgot-password",
                "/welcome?token=none",
                "/confirm-email?token=none");
        for (int width : List.of(WIDE, PHONE)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                open(width, width == PHONE ? 844 : 900, colours);
                for (String path : gates) picture(path, width, colours.name().toLowerCase(Locale.ROOT));
                signIn();
                picture("/step-up?to=/", width, colours.name().toLowerCase(Locale.ROOT));
                for (String path : paths) picture(path, width, colours.name().toLowerCase(Locale.ROOT));
            }
            speak("ar");
            for (String path : paths) picture(path, width, "arabic");
        }
    }

    /** Late in some months, and early in others. */
    private void pay(String customer, int month) {
        Map<String, String> amount = Map.of("amount", "4444.20", "currency", "EUR");
        String paid = invoice(customer).line("Work", "3", "1234.50", VAT_20).issuedOn("2026-%02d-01".formatted(month));
        api.post(
                        "/api/payments/receive",
                        Map.of(
                                "customer",
                                customer,
                                "date",
                                "2026-%02d-%02d".formatted(month + 1, 5 + month * 7 % 20),
                                "amount",
                                amount,
                                "shares",
                                List.of(Map.of("document", paid, "amount", amount))))
                .created();
    }

    private String refusedImport() {
        byte[] file = "code,name,salePrice\nA-1,,\"1,5\"\nA-2,Nut,a lot\n".getBytes(StandardCharsets.UTF_8);
        return api.send("POST", "/api/products/import?mode=skip", "text/csv", file)
                .ok()
                .get("id")
                .textValue();
    }

    private void picture(String path, int width, String kind) {
        go(path);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        String name = path.equals("/") ? "overview" : words(path.replaceAll("[0-9a-f-]{36}|token=none", ""));
        String file = "%s-%d-%s.png".formatted(name, width, kind);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", file)));
    }

    private static String words(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
    }
}
