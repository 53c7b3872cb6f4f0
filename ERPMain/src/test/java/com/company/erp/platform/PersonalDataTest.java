package com.company.erp.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.finance.InvoicingScenario;
import com.company.erp.platform.privacy.PersonalColumns;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the house knows of people: where it lies, what one may know of oneself, and what can be erased. */
class PersonalDataTest extends InvoicingScenario {

    /** Names of columns that say nothing of a person, in whatever table. */
    private static final Set<String> HARMLESS = Set.of("""
            action beginning code content_hash chain_hash currency document_type field hash head host id job key key_id
            kind label listing_hash marker media_type method message number outcome path pattern permission permissions
            previous_hash rates record_type refusal resource role roles secret sealed_password sha256 source state status
            standard_code terms type unit time_zone country body_hash headers failure failure_code request_id token_salt
            chain content first_permission second_permission because format mode base_currency price_mode tax_rounding
            prefix retention language end_reason tax_role every security credit_limit_currency sale_price_currency
            purchase_price_currency from_currency to_currency external_reference password_hash
            purpose document_number topic list""".split("\\s+"));

    /** Columns of other names that say nothing of a person, with the reason. */
    private static final Map<String, String> OF_NOBODY = Map.ofEntries(
            Map.entry("companies.*", "The company itself."),
            Map.entry("letterheads.*", "The company itself."),
            Map.entry("print_templates.*", "How papers look."),
            Map.entry("mail_templates.*", "What mails say of any document."),
            Map.entry("accounts.name", "An account of the chart."),
            Map.entry("journals.name", "A journal."),
            Map.entry("payment_terms.name", "Terms."),
            Map.entry("tax_codes.name", "A tax."),
            Map.entry("units.name", "A unit."),
            Map.entry("product_categories.name", "Goods."),
            Map.entry("products.*", "Goods."),
            Map.entry("roles.name", "A role."),
            Map.entry("api_keys.*", "A machine."),
            Map.entry("job_marks.instance", "A machine."),
            Map.entry("file_words.problem", "Why a file cannot be read."),
            Map.entry("identity_providers.*", "Another house."),
            Map.entry("sessions.token_key", "A hash of what is random."),
            Map.entry("events.payload", "Ids, codes and amounts."),
            Map.entry("mail_suppressions.reason", "BOUNCED or OPTED_OUT."),
            Map.entry("flyway_schema_history.*", "Migrations."));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<PersonalColumns> register;

    @Test
    void every_column_that_could_say_something_of_a_person_is_registered() {
        var registered = new TreeSet<String>();
        register.forEach(of -> of.columns().forEach(column -> registered.add(of.table() + "." + column)));

        List<String> columns = jdbc.sql("""
                        SELECT t.relname || '.' || c.attname FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
                        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND c.attnum > 0
                          AND NOT c.attisdropped
                          AND c.atttypid IN ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'bytea'::regtype,
                                             'inet'::regtype, 'text[]'::regtype)
                        ORDER BY 1""").query(String.class).list();
        assertThat(columns).containsAll(registered);
        assertThat(columns.stream().filter(column -> !registered.contains(column)))
                .allSatisfy(column -> {
                    String[] parts = column.split("\\.");
                    boolean named = HARMLESS.contains(parts[1])
                            || OF_NOBODY.containsKey(column)
                            || OF_NOBODY.containsKey(parts[0] + ".*");
                    assertThat(named)
                            .as("%s: whose is it, and how long does it stay?", column)
                            .isTrue();
                });
        assertThat(api.get("/api/personal-data/register").ok()).hasSize(register.size());
    }

    private String erika() {
        return customer(Map.of(
                "name",
                "Erika Mustermann",
                "roles",
                List.of("CUSTOMER"),
                "notes",
                "Prefers the telephone",
                "contacts",
                List.of(Map.of("name", "Erika", "email", "erika@example.com"))));
    }

    @Test
    void a_party_gets_all_that_there_is_of_him() {
        String erika = erika();
        invoice(erika).line("Work", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        String path = "/api/parties/" + erika + "/personal-data";

        String parts = api.post(path).ok().toString();
        assertThat(parts).contains("Erika Mustermann", "erika@example.com", "Prefers the telephone", "INV-2026-");
        assertThat(api.get("/api/audit?record=" + erika).ok().get("items").findValuesAsText("action"))
                .contains("collect-personal-data");
        newCompany("Curious").post(path).refused(404, "record.unknown");
        asUserWith("ACCOUNTANT").post(path).refused(403, "access.denied");
        api.post("/api/products/" + erika + "/personal-data").refused(404, "record.resource");
    }

    @Test
    void what_no_law_keeps_is_erased_and_what_stays_is_named() {
        String erika = erika();
        String invoice = invoice(erika).line("Work", "1", "100.00", ZERO_RATED).issuedOn("2026-03-02");
        String path = "/api/parties/" + erika + "/erase-personal-data";
        String comments = "/api/parties/" + erika + "/comments";
        String comment = api.post(comments, Map.of("text", "Talks a lot about her garden"))
                .created()
                .get("id")
                .textValue();
        var asked = Map.of("reason", "She asked for it.");
        api.post(path, asked).refused(409, "party.open_business");
        received("100.00", erika, invoice, "2026-03-05");

        JsonNode stays = api.post(path, asked).ok();
        assertThat(stays.findValuesAsText("what")).containsExactlyInAnyOrder("invoices", "payments");
        assertThat(stays.findValuesAsText("because")).allMatch(because -> because.contains("147 AO"));
        assertThat(api.get("/api/parties/" + erika).text())
                .doesNotContain("Mustermann", "erika@example.com", "telephone");
        assertThat(api.get("/api/parties?q=mustermann").ok().get("items")).isEmpty();
        String audit = api.get("/api/audit?record=" + erika).text();
        assertThat(audit)
                .contains("erase-personal-data", "She asked for it.", "(erased)")
                .doesNotContain("Mustermann", "telephone");
        assertThat(found(invoice).toString()).contains("Erika Mustermann");
        assertThat(api.get(comments).ok().get("items")).isEmpty();
        assertThat(api.get("/api/audit?record=" + comment).text())
                .contains("(erased)")
                .doesNotContain("garden");
    }

    @Test
    void a_user_who_left_is_erased_and_the_books_still_name_his_id() {
        Api clerk = asUserWith("SALES");
        JsonNode me = clerk.get("/api/auth/me").ok();
        String id = me.get("id").textValue();
        String path = "/api/users/" + id + "/erase-personal-data";
        var asked = Map.of("reason", "He left.");
        api.post(path, asked).refused(409, "user.active");
        api.post("/api/users/" + id + "/deactivate").ok();

        api.post(path, asked).ok();
        JsonNode user = api.get("/api/users/" + id).ok();
        assertThat(user.get("name").textValue()).isEqualTo("(erased)");
        assertThat(user.get("username").textValue()).isEqualTo("erased-" + id);
        stranger()
                .post("/api/auth/login", Map.of("username", me.get("username").textValue(), "password", PASSWORD))
                .refused(401, "sign_in.refused");
        assertThat(api.get("/api/audit?record=" + id).text()).contains("erase-personal-data");
    }

    @Test
    void attempts_to_sign_in_go_after_400_days_and_not_before() throws SQLException {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        try (Connection mighty = superuser();
                var statement = mighty.createStatement()) {
            statement.executeUpdate("""
                    INSERT INTO sign_ins (id, at, username_hash, address, outcome)
                    VALUES ('%s', now() - interval '401 days', sha256('a'), '203.0.113.1', 'FAILED'),
                           ('%s', now() - interval '399 days', sha256('a'), '203.0.113.1', 'FAILED')""".formatted(old, young));
            statement.execute("SELECT sign_ins_forget()");
            try (var left =
                    statement.executeQuery("SELECT id FROM sign_ins WHERE id IN ('%s', '%s')".formatted(old, young))) {
                assertThat(left.next()).isTrue();
                assertThat(left.getObject(1, UUID.class)).isEqualTo(young);
                assertThat(left.next()).isFalse();
            }
        }
    }
}
