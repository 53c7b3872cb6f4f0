package com.company.erp.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.jobs.DailyJobs;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A company with one record of every kind, each bearing the company's mark in whatever text it has. Two worlds are
 * twins: what one has under a name, the other has too.
 */
public final class World {

    /** Rows that come and go at a time of their own, as SQL that writes one. */
    private static final List<String> PASSING = List.of("""
        INSERT INTO ledger_deltas (company_id, id, account_id, on_date, debit, credit)
        SELECT company_id, gen_random_uuid(), id, '2026-01-01', 0, 0 FROM accounts
        WHERE company_id = '%s' LIMIT 1\
        """, """
        INSERT INTO ledger_days (company_id, id, account_id, on_date, debit, credit)
        SELECT company_id, gen_random_uuid(), id, '1999-01-01', 0, 0 FROM accounts
        WHERE company_id = '%s' LIMIT 1 ON CONFLICT DO NOTHING\
        """, """
        INSERT INTO ledger_months (company_id, id, account_id, month, debit, credit)
        SELECT company_id, gen_random_uuid(), id, '1999-01-01', 0, 0 FROM accounts
        WHERE company_id = '%s' LIMIT 1 ON CONFLICT DO NOTHING\
        """, """
        INSERT INTO import_rows (company_id, id, import_id, batch, row_number, document, key, refused)
        SELECT company_id, gen_random_uuid(), id, 1, 1, 1, 'key', false FROM imports
        WHERE company_id = '%s' LIMIT 1\
        """, """
        INSERT INTO released_blobs (company_id, id, released_at) VALUES ('%s', gen_random_uuid(), now())\
        """, """
        INSERT INTO file_words (company_id, id, state, taken_at, attempts)
        SELECT company_id, id, 'READ', now(), 1 FROM stored_files WHERE company_id = '%s' LIMIT 1
        ON CONFLICT DO NOTHING\
        """, """
        INSERT INTO audit_unsealed (company_id, id) VALUES ('%s', gen_random_uuid())\
        """, """
        INSERT INTO notices (company_id, id, at, permission, topic, record_type, record_id, details)
        SELECT id, gen_random_uuid(), now(), 'receivable.read', 'invoices.overdue', 'company', id, '{"count": "1"}'
        FROM companies WHERE id = '%s'\
        """, """
        INSERT INTO unfinished_forms (company_id, id, owner_id, path, typed, kept_at)
        SELECT id, gen_random_uuid(), id, '/parties/new', '{}', now() FROM companies WHERE id = '%s'\
        """, """
        INSERT INTO user_identities (company_id, id, provider_id, subject, user_id)
        SELECT company_id, gen_random_uuid(), id, gen_random_uuid()::text, id FROM identity_providers
        WHERE company_id = '%s' LIMIT 1\
        """);

    /** The name of a field that holds an id, and the kind of record it names where the two differ. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("company", "companies"),
            Map.entry("customer", "parties"),
            Map.entry("supplier", "parties"),
            Map.entry("party", "parties"),
            Map.entry("product", "products"),
            Map.entry("unit", "units"),
            Map.entry("category", "categories"),
            Map.entry("parent", "parent-categories"),
            Map.entry("taxCode", "tax-codes"),
            Map.entry("salesTaxCode", "tax-codes"),
            Map.entry("paymentTerms", "payment-terms"),
            Map.entry("account", "accounts"),
            Map.entry("actor", "users"),
            Map.entry("user", "users"),
            Map.entry("mentions", "users"),
            Map.entry("madeBy", "users"),
            Map.entry("standIn", "stand-ins"),
            Map.entry("pair", "duty-pairs"),
            Map.entry("record", "parties"),
            Map.entry("document", "documents"),
            Map.entry("line", "lines"),
            Map.entry("debit", "open-items"),
            Map.entry("credit", "credits"));

    /** A PNG of one dot. */
    private static final byte[] PICTURE = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC");

    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final int number = WORLDS.incrementAndGet();
    private final Map<String, String> ids = new TreeMap<>();
    private final Api api;
    private final String mark;

    public World(Api api, String mark, DailyJobs jobs) {
        this.api = api;
        this.mark = mark;
        masterData();
        books();
        trade();
        rest();
        jobs.runDue(CompanyId.valueOf(id("companies")), LocalDate.of(2026, 2, 12));
        Awaitility.await("events are numbered")
                .until(() -> !api.get("/api/events").ok().get("items").isEmpty());
    }

    Api api() {
        return api;
    }

    /** What stands in every text of this world, and nowhere else. */
    String mark() {
        return mark;
    }

    /** SQL that writes, as the owner, a row of each kind that comes and goes with the jobs. */
    public List<String> passingRows() {
        return PASSING.stream().map(row -> row.formatted(id("companies"))).toList();
    }

    /** The ids by kind: the last step of a list's path, or a name of this test's own. */
    Map<String, String> ids() {
        return ids;
    }

    public String id(String kind) {
        String id = ids.get(kind);
        if (id == null) {
            throw new AssertionError("The walk has no record called '" + kind + "': let " + World.class.getName()
                    + " make one, so that it can be shown to strangers.");
        }
        return id;
    }

    /** The record that a field of this name means. */
    String idFor(String field) {
        return id(KINDS.getOrDefault(field, field));
    }

    private void masterData() {
        keep("companies", api.get("/api/company").ok().get("id"));
        make("roles", Map.of("name", mark, "permissions", List.of("invoice.read")));
        var kept = Map.of("name", mark + " kept", "permissions", List.of("invoice.read"));
        keep("kept-roles", api.post("/api/roles", kept).created().get("id"));
        var invitation = Map.of("username", mark + "@example.com", "name", mark, "roles", List.of("SALES"));
        keep("users", api.post("/api/users", invitation).created().at("/user/id"));
        keep("sessions", anotherSession().get("id"));
        var key = Map.of("name", mark, "permissions", List.of("party.read"), "expiresAt", inAMonth());
        keep("api-keys", api.post("/api/api-keys", key).created().at("/key/id"));
        make("identity-providers", identityProvider(mark));
        JsonNode keptProvider = api.post("/api/identity-providers", identityProvider(mark + "-kept"))
                .created();
        keep("kept-identity-providers", keptProvider.get("id"));
        make("directories", directory(mark));
        JsonNode keptDirectory =
                api.post("/api/directories", directory(mark + "-kept")).created();
        keep("kept-directories", keptDirectory.get("id"));
        duties();
        make("views", Map.of("list", "parties", "name", mark, "query", "q=" + mark));
        make("units", Map.of("code", mark, "name", mark));
        make("categories", Map.of("code", mark + "-0", "name", mark));
        ids.put("parent-categories", id("categories"));
        make("categories", category(mark));
        make("payment-terms", Map.of("code", mark, "name", mark, "terms", terms()));
        make("tax-codes", Map.of("code", mark, "name", mark, "kind", "STANDARD", "rates", List.of(rate())));
        make("exchange-rates", Map.of("from", "EUR", "to", "USD", "date", "2026-01-02", "rate", "1.1"));
        make("parties", Map.of("name", mark + " without a code", "roles", List.of("CUSTOMER")));
        make("parties", party(mark));
        make("products", product(mark));
    }

    private void duties() {
        make("record-rules", Map.of("role", mark, "permission", "invoice.read", "ownOnly", true));
        api.ifMatch(0)
                .put("/api/second-factor-policy", Map.of("everybody", false, "roles", List.of(mark)))
                .ok();
        keep("stand-ins", api.get("/api/auth/me").ok().get("id"));
        String path = "/api/users/" + id("users") + "/delegations";
        keep("delegations", api.post(path, delegation("stand-ins")).created().get("id"));
        keep(
                "own-delegations",
                api.post("/api/delegations/mine", delegation("users")).created().get("id"));
        make("duty-pairs", Map.of("first", "rate.delete", "second", "suppression.change", "because", mark));
        make("duty-exceptions", dutyException());
    }

    Map<String, Object> dutyException() {
        return Map.of(
                "pair",
                id("duty-pairs"),
                "user",
                id("users"),
                "reason",
                mark,
                "startsOn",
                "2026-01-01",
                "endsOn",
                "2026-12-31");
    }

    /** One that never answers: nothing listens there. */
    Map<String, Object> identityProvider(String name) {
        return Map.of(
                "name",
                name,
                "enabled",
                true,
                "issuer",
                "http://127.0.0.1:1",
                "clientId",
                name,
                "domains",
                List.of(name.toLowerCase(Locale.ROOT) + ".world" + number + ".example.com"),
                "roles",
                List.of(Map.of("group", name, "role", "SALES")));
    }

    Map<String, Object> directory(String name) {
        return Map.of(
                "name",
                name,
                "enabled",
                true,
                "address",
                "ldap://127.0.0.1:1",
                "userBase",
                "dc=example,dc=com",
                "domains",
                List.of(name.toLowerCase(Locale.ROOT) + ".directory" + number + ".example.com"),
                "roles",
                List.of(Map.of("group", name, "role", "SALES")));
    }

    /** One that does not hold yet: whoever walks through all operations stays himself. */
    Map<String, Object> delegation(String standIn) {
        return Map.of("standIn", id(standIn), "reason", mark, "startsOn", "2199-01-01", "endsOn", "2199-12-31");
    }

    private static String inAMonth() {
        return Instant.now().plus(Duration.ofDays(30)).toString();
    }

    private JsonNode anotherSession() {
        String username = api.get("/api/auth/me").ok().get("username").textValue();
        Api elsewhere = Api.at(api.base()).with("User-Agent", mark).signedIn(username, OtherCompanyWalk.PASSWORD, null);
        for (JsonNode session : elsewhere.get("/api/sessions").ok()) {
            if (session.get("current").booleanValue()) return session;
        }
        throw new AssertionError("Who has signed in has no session.");
    }

    private void books() {
        api.post("/api/books", Map.of("chart", "general-ifrs", "startsOn", "2026-01-01"))
                .created();
        make("accounts", Map.of("code", "4999", "name", mark, "type", "INCOME"));
        keep("banks", accountOf("1000"));
        keep("tax-accounts", accountOf("2200"));
        keep("periods", api.get("/api/fiscal-years").ok().at("/0/periods/10/id"));
        make("entries", entry(mark));
        make("recurring-entries", recurring());
    }

    private JsonNode accountOf(String code) {
        for (JsonNode account : api.get("/api/accounts?limit=500").ok().get("items")) {
            if (account.get("code").textValue().equals(code)) return account.get("id");
        }
        throw new AssertionError("There is no account " + code);
    }

    private void trade() {
        keep("credited", issued().get("id"));
        api.post("/api/invoices/" + id("credited") + "/credit", Map.of("on", "2026-02-05", "reason", mark))
                .created();
        JsonNode open = issued();
        keep("documents", open.get("id"));
        keep("lines", open.at("/lines/0/id"));
        JsonNode payment = api.post("/api/payments/receive", receipt()).created();
        keep("payments", payment.get("id"));
        keep("allocations", payment.at("/allocations/0/id"));
        make("invoices", invoice());
        for (JsonNode item : api.get("/api/open-items?open=true").ok().get("items")) {
            boolean owed = !item.at("/amount/amount").textValue().startsWith("-");
            keep(owed ? "open-items" : "credits", item.get("id"));
        }
        id("credits");
        make("dunning-letters", Map.of("customer", id("parties"), "date", "2026-02-25"));
    }

    private JsonNode issued() {
        String draft = api.post("/api/invoices", invoice()).created().get("id").textValue();
        return api.post("/api/invoices/" + draft + "/issue", Map.of("on", "2026-02-03"))
                .ok();
    }

    private void rest() {
        String file = "code,name,kind\n" + mark + "-2," + mark + ",GOODS\n,nameless,GOODS\n";
        Answer report = api.send("POST", "/api/products/import?mode=skip", "text/csv", file.getBytes(UTF_8));
        keep("imports", report.ok().get("id"));
        file = "entry,date,account,debit,credit,party,number,dueDate,currency,amount\n" + "O1,2026-01-01,1200,119.00,,"
                + mark + "," + mark + ",2026-01-10,,\nO1,2026-01-01,3900,,119.00,,,,,\n";
        api.send("POST", "/api/opening-balances/import", "text/csv", file.getBytes(UTF_8))
                .ok();
        String path = "/api/parties/" + id("parties") + "/attachments?name=" + mark + ".txt&tags=" + mark;
        keep(
                "attachments",
                api.send("POST", path, "text/plain", mark.getBytes(UTF_8))
                        .created()
                        .get("id"));
        api.post(
                        "/api/attachments/" + id("attachments") + "/link",
                        Map.of("resource", "invoices", "record", id("documents")))
                .ok();
        path = "/api/letterheads/" + id("companies") + "/attachments?name=logo.png";
        keep("logos", api.send("POST", path, "image/png", PICTURE).created().get("id"));
        api.ifMatch(0).put("/api/letterhead", Map.of("closing", mark)).ok();
        String template = "<html><body><p>" + mark + "</p></body></html>";
        api.ifMatch(0)
                .put("/api/print-templates/STATEMENT/fr", Map.of("html", template))
                .ok();
        mail();
        api.post("/api/parties/" + id("parties") + "/comments", Map.of("text", mark))
                .created();
        api.post("/api/notices/see").expect(204);
        api.with("Idempotency-Key", mark)
                .post("/api/units", Map.of("code", mark + "-3", "name", mark))
                .created();
    }

    /** Through a server that nobody runs. */
    private void mail() {
        var server = Map.of("host", "127.0.0.1", "port", 1, "security", "NONE", "fromAddress", "a@example.com");
        api.ifMatch(0).put("/api/mail-server", server).ok();
        api.ifMatch(0)
                .put("/api/mail-templates/INVOICE/fr", Map.of("subject", mark, "text", mark))
                .ok();
        var text = Map.of("to", "b@example.com", "subject", mark);
        keep(
                "mails",
                api.post("/api/invoices/" + id("credited") + "/mails", text)
                        .created()
                        .get("id"));
        make("mail-runs", Map.of("resource", "invoices", "records", List.of(id("documents"))));
        make("mail-suppressions", Map.of("address", mark + "@example.com", "bounced", false));
    }

    private void make(String kind, Object body) {
        keep(kind, api.post("/api/" + kind, body).created().get("id"));
    }

    private void keep(String kind, JsonNode id) {
        ids.put(kind, id.textValue());
    }

    // --- Bodies as the API takes them, with this world's own ids in every place that takes one ---

    Map<String, Object> terms() {
        return Map.of(
                "shares", List.of(Map.of("percent", "100", "due", Map.of("kind", "NET", "days", 14))),
                "discount", Map.of("percent", "2", "days", 7));
    }

    Map<String, Object> rate() {
        return Map.of("validFrom", "2020-01-01", "percent", "19");
    }

    Map<String, Object> category(String code) {
        return Map.of("code", code, "name", mark, "parent", id("parent-categories"));
    }

    Map<String, Object> party(String code) {
        return Map.of(
                "code",
                code,
                "name",
                mark,
                "roles",
                List.of("CUSTOMER", "SUPPLIER"),
                "paymentTerms",
                id("payment-terms"));
    }

    Map<String, Object> product(String code) {
        return Map.of(
                "code",
                code,
                "name",
                mark,
                "kind",
                "SERVICE",
                "unit",
                id("units"),
                "category",
                id("categories"),
                "salesTaxCode",
                id("tax-codes"));
    }

    Map<String, Object> entry(String text) {
        return Map.of("date", "2026-02-01", "text", text, "reason", mark, "lines", lines());
    }

    Map<String, Object> recurring() {
        return Map.of("text", mark, "reason", mark, "every", "MONTH", "startsOn", "2026-01-31", "lines", lines());
    }

    private List<Map<String, Object>> lines() {
        return List.of(
                Map.of("account", id("banks"), "debit", money("10.00")),
                Map.of(
                        "account", id("accounts"),
                        "credit", money("10.00"),
                        "taxCode", id("tax-codes"),
                        "taxRole", "BASE"));
    }

    Map<String, Object> invoice() {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(Map.of(
                "product",
                id("products"),
                "text",
                mark,
                "quantity",
                "1",
                "unitPrice",
                "100.00",
                "taxCode",
                id("tax-codes"),
                "account",
                id("accounts")));
        return Map.of("customer", id("parties"), "paymentTerms", id("payment-terms"), "notes", mark, "lines", lines);
    }

    /** Pays a part, and leaves a credit. */
    Map<String, Object> receipt() {
        return Map.of(
                "customer", id("parties"),
                "date", "2026-02-10",
                "amount", money("40.00"),
                "account", id("banks"),
                "reference", mark,
                "restAsCredit", true,
                "shares", List.of(Map.of("document", id("documents"), "amount", money("30.00"))));
    }

    static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
