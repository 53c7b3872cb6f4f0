package com.company.erp.platform.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.SqlCount;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditTrailTest extends HttpTest {

    private static final String FILL = """
            INSERT INTO audit_log (company_id, id, at, actor_id, actor_name, record_type, record_id, action, changes)
            SELECT ?::uuid, gen_random_uuid(), timestamptz '2020-01-01' + n * interval '1 minute',
                   ('00000000-0000-0000-0000-' || lpad((n % 50)::text, 12, '0'))::uuid, 'Filler',
                   'filler_' || n % 20, ('00000000-0000-0000-0000-' || lpad((n % 5000)::text, 12, '0'))::uuid,
                   'change', '{}'
            FROM generate_series(1, 50000) n""";

    @Autowired
    private HikariDataSource pool;

    private JsonNode customer(Api user, String name) {
        return user.post("/api/parties", Map.of("name", name, "roles", List.of("CUSTOMER")))
                .created();
    }

    private static List<JsonNode> items(Answer answer) {
        var items = new ArrayList<JsonNode>();
        answer.ok().get("items").forEach(items::add);
        return items;
    }

    @Test
    void a_row_says_who_changed_what_when_and_from_where() {
        JsonNode party = customer(api, "Acme");
        String path = "/api/parties/" + party.get("id").textValue();
        var content = new HashMap<String, Object>(Map.of("name", "Apex", "roles", List.of("CUSTOMER")));
        Answer changed =
                api.with("X-Forwarded-For", "203.0.113.7").ifMatch(party).put(path, content);
        changed.ok();

        List<JsonNode> rows =
                items(api.get("/api/audit?record=%s", party.get("id").textValue()));
        assertThat(rows).extracting(row -> row.get("action").textValue()).containsExactly("change", "create");
        JsonNode change = rows.getFirst();
        JsonNode me = api.get("/api/auth/me").ok();
        assertThat(change.get("actor")).isEqualTo(me.get("id"));
        assertThat(change.get("actorName")).isEqualTo(me.get("username"));
        assertThat(change.get("address").textValue()).isEqualTo("203.0.113.7");
        assertThat(change.get("requestId").textValue()).isEqualTo(changed.header("X-Request-Id"));
        assertThat(change.get("recordType").textValue()).isEqualTo("party");
        assertThat(change.get("at").textValue()).endsWith("Z");
        assertThat(change.get("changes")).anySatisfy(field -> {
            assertThat(field.get("field").textValue()).isEqualTo("name");
            assertThat(field.get("before").textValue()).isEqualTo("Acme");
            assertThat(field.get("after").textValue()).isEqualTo("Apex");
        });
    }

    @Test
    void the_log_is_found_by_type_record_person_action_and_time() {
        Api clerk = asUserWith("SALES");
        JsonNode party = customer(clerk, "Found");
        String record = party.get("id").textValue();
        String actor = clerk.get("/api/auth/me").ok().get("id").textValue();
        JsonNode row = items(api.get("/api/audit?record=%s", record)).getFirst();
        String at = row.get("at").textValue();

        assertThat(items(api.get("/api/audit?type=party&actor=%s&action=create&from=%s", actor, at)))
                .extracting(found -> found.get("id"))
                .containsExactly(row.get("id"));
        assertThat(items(api.get("/api/audit?record=%s&to=%s", record, at))).isEmpty();
        assertThat(items(api.get("/api/audit?record=%s&action=delete", record))).isEmpty();
        assertThat(items(api.get("/api/audit?record=%s&type=invoice", record))).isEmpty();
        api.get("/api/audit?from=yesterday").refused(422, "request.invalid");
        api.get("/api/audit?from=2026-02-30T10:00:00Z").refused(422, "request.invalid");
        api.get("/api/audit?sort=action").refused(422, "sort.unknown");
    }

    @Test
    void no_row_holds_a_password() {
        Api clerk = asUserWith("HR");
        String actor = clerk.get("/api/auth/me").ok().get("id").textValue();
        Answer answer = api.get("/api/audit?actor=%s", actor);
        assertThat(items(answer))
                .extracting(row -> row.get("action").textValue())
                .contains("change-password");
        assertThat(answer.text()).doesNotContain("argon2").doesNotContain("correct horse");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        Api clerk = asUserWith("SALES");
        String actor = clerk.get("/api/auth/me").ok().get("id").textValue();
        for (int i = 0; i < 5; i++) customer(clerk, "Page " + i);

        var seen = new ArrayList<String>();
        String after = "";
        do {
            JsonNode page = api.get("/api/audit?type=party&limit=2&actor=%s%s", actor, after)
                    .ok();
            page.get("items").forEach(row -> seen.add(row.get("id").textValue()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").textValue();
        } while (!after.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void who_reads_the_log_needs_the_permission_and_an_auditor_has_it() {
        asUserWith("AUDITOR").get("/api/audit").ok();
        Api accountant = asUserWith("ACCOUNTANT");
        accountant.get("/api/audit").refused(403, "access.denied");
        accountant.get("/api/audit/export").refused(403, "access.denied");
    }

    @Test
    void another_company_sees_nothing_of_it() {
        JsonNode party = customer(api, "Private");
        String record = party.get("id").textValue();
        Api other = newCompany("Curious");

        assertThat(items(api.get("/api/audit?record=%s", record))).hasSize(1);
        assertThat(items(other.get("/api/audit?record=%s", record))).isEmpty();
        assertThat(other.get("/api/audit/export").expect(200).text()).doesNotContain(record);
    }

    @Test
    void the_log_is_exported_with_its_changes_in_a_cell() {
        JsonNode party = customer(api, "=cmd()");
        String csv = api.get("/api/audit/export?record=%s", party.get("id").textValue())
                .expect(200)
                .text();
        assertThat(csv).contains("recordType", "changes", "name: =cmd()").hasLineCount(2);
        api.get("/api/audit/export?format=pdf").refused(422, "format.unknown");
    }

    @Test
    void a_page_costs_three_statements() {
        assertThat(SqlCount.during(() -> api.get("/api/audit?type=party").ok())).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void every_way_to_read_a_long_log_walks_along_an_index() throws SQLException {
        String id = newCompany("Long log").get("/api/company").ok().get("id").textValue();
        try (Connection owner = connect();
                PreparedStatement insert = owner.prepareStatement(FILL);
                Statement statement = owner.createStatement()) {
            insert.setString(1, id);
            assertThat(insert.executeUpdate()).isEqualTo(50_000);
            statement.execute("VACUUM ANALYZE audit_log");
        }
        expectIndex(id, "audit_log_at", "true");
        expectIndex(id, "audit_log_type", "a.record_type = 'filler_7'");
        expectIndex(id, "audit_log_record", "a.record_id = '00000000-0000-0000-0000-000000000777'");
        expectIndex(id, "audit_log_actor", "a.actor_id = '00000000-0000-0000-0000-000000000007'");
    }

    private void expectIndex(String company, String index, String filter) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET erp.company_id = '" + UUID.fromString(company) + "'");
            statement.execute("SET ROLE erp_app");
            var plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("""
                    EXPLAIN (ANALYZE, TIMING OFF) SELECT a.* FROM audit_log a
                    WHERE a.company_id = current_setting('erp.company_id')::uuid AND %s AND (a.at, a.id)
                          < ('2020-01-30 00:00:00Z'::timestamptz, '00000000-0000-0000-0000-000000000000')
                    ORDER BY a.at DESC, a.id DESC LIMIT 51""".formatted(filter))) {
                while (lines.next()) plan.append(lines.getString(1)).append('\n');
            }
            assertThat(plan.toString())
                    .contains(index)
                    .doesNotContain("Seq Scan")
                    .doesNotContain("Sort")
                    .doesNotContain("Rows Removed by Filter");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }
}
