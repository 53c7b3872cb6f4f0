package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The installation's administrator at work in a company. */
public final class ErpUser {

    public static final String PASSWORD = "correct horse battery staple";
    private static final Map<String, String> COMPANY = Map.of(
            "name", "Harbour & Finch Trading Ltd",
            "country", "DE",
            "baseCurrency", "EUR",
            "timeZone", "Europe/Berlin");

    /** Founds a company with open books for 2026 and acts in it. */
    public Api inNewCompany(BuiltErp erp) {
        return inNewCompany(erp.api());
    }

    /** @param house where it answers, to anybody: an instance, or a proxy before several */
    public Api inNewCompany(Api house) {
        String id = signedIn(house, null)
                .post("/api/companies", COMPANY)
                .created()
                .get("id")
                .textValue();
        Api api = signedIn(house, id);
        api.post("/api/books", Map.of("chart", "general-ifrs", "startsOn", "2026-01-01"))
                .created();
        return api;
    }

    /** The same user in the same company after a restart: tokens outlive it. */
    public Api again(BuiltErp erp, Api before) {
        return again(erp.api(), before);
    }

    /** The same, through another door of the house. */
    public Api again(Api house, Api before) {
        return house.with("Authorization", before.header("Authorization"));
    }

    public String customer(Api api) {
        return idOf(api.post("/api/parties", Map.of("name", "Acme", "roles", List.of("CUSTOMER"))));
    }

    public String draft(Api api, String customer) {
        return idOf(api.post("/api/invoices", sale(api, customer)));
    }

    /** What is asked for when an invoice is drafted. */
    public Map<String, Object> sale(Api api, String customer) {
        Map<String, Object> line =
                Map.of("text", "Consulting, days", "quantity", "3", "unitPrice", "150.00", "taxCode", taxCode(api));
        return Map.of("customer", customer, "lines", List.of(line));
    }

    /** A new invoice, issued. */
    public JsonNode issued(Api api, String customer) {
        return api.post("/api/invoices/" + draft(api, customer) + "/issue", Map.of("on", "2026-03-02"))
                .ok();
    }

    public void expectSoundBooks(Api api) {
        JsonNode findings = api.post("/api/ledger/check").ok();
        assertThat(findings.get("sound").booleanValue()).as(findings.toString()).isTrue();
        assertThat(api.post("/api/open-items/check").ok()).isEmpty();
    }

    private static String taxCode(Api api) {
        return api.get("/api/tax-codes?limit=500").ok().at("/items/0/id").textValue();
    }

    private static String idOf(Answer created) {
        return created.created().get("id").textValue();
    }

    private static Api signedIn(Api house, String company) {
        var credentials = new HashMap<>(Map.of("username", "admin", "password", PASSWORD));
        if (company != null) credentials.put("company", company);
        Answer answer = house.post("/api/auth/login", credentials);
        if (answer.status() == 200) return withTokenOf(house, answer);
        Api first = house.signedIn("admin", BuiltErp.PASSWORD, null);
        return withTokenOf(
                house,
                first.post(
                        "/api/auth/password", Map.of("currentPassword", BuiltErp.PASSWORD, "newPassword", PASSWORD)));
    }

    private static Api withTokenOf(Api house, Answer signedIn) {
        return house.withToken(signedIn.ok().get("accessToken").textValue());
    }
}
