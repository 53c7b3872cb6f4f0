package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.SqlCount;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SignInsTest extends HttpTest {

    private static final String FILL = """
            INSERT INTO users (id, username, name, password_hash, must_change_password, not_before)
            SELECT gen_random_uuid(), 'crowd' || n || '@example.com', 'Crowd', '-', false, now()
            FROM generate_series(1, 200) n;
            INSERT INTO sign_ins (id, at, username_hash, user_id, address, outcome)
            SELECT gen_random_uuid(), now() - n * interval '1 minute', '\\x00', u.id, '192.0.2.99', 'FAILED'
            FROM users u, generate_series(1, 200) n WHERE u.name = 'Crowd';""";

    @Autowired
    private HikariDataSource pool;

    private static String idOf(Api user) {
        return user.get("/api/auth/me").ok().get("id").textValue();
    }

    private static String usernameOf(Api user) {
        return user.get("/api/auth/me").ok().get("username").textValue();
    }

    private static List<String> told(Api reader, String filter) {
        var told = new ArrayList<String>();
        for (JsonNode row : reader.get("/api/sign-ins" + filter).ok().get("items")) {
            told.add(row.get("outcome").textValue() + " from "
                    + row.get("address").textValue());
        }
        return told;
    }

    private void fail(String username, String address) {
        stranger()
                .with("X-Forwarded-For", address)
                .post("/api/auth/login", Map.of("username", username, "password", "a guess"))
                .refused(401, "sign_in.refused");
    }

    @Test
    void successes_and_failures_of_a_member_are_shown_the_latest_first() {
        Api clerk = asUserWith("HR");
        fail(usernameOf(clerk), "198.51.100.77");

        List<String> told = told(api, "?user=" + idOf(clerk));
        assertThat(told.getFirst()).isEqualTo("FAILED from 198.51.100.77");
        assertThat(told).contains("SUCCEEDED from 127.0.0.1");
        assertThat(told(api, "?outcome=FAILED&address=198.51.100.77&user=" + idOf(clerk)))
                .containsExactly("FAILED from 198.51.100.77");
        assertThat(told(api, "?to=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void they_are_shown_to_an_auditor_and_not_to_an_accountant() {
        asUserWith("AUDITOR").get("/api/sign-ins").ok();
        Api accountant = asUserWith("ACCOUNTANT");
        accountant.get("/api/sign-ins").refused(403, "access.denied");
        accountant.get("/api/sign-ins/export").refused(403, "access.denied");
    }

    @Test
    void another_company_sees_none_and_a_former_one_none_of_later_days() {
        Api other = newCompany("Former employer");
        Api clerk = asUserWith("HR");
        String id = idOf(clerk);
        assertThat(told(other, "?user=" + id)).isEmpty();

        other.post("/api/users", Map.of("username", usernameOf(clerk), "name", "Clerk", "roles", List.of("HR")))
                .created();
        assertThat(told(other, "?user=" + id)).isEmpty();
        fail(usernameOf(clerk), "198.51.100.78");
        other.post("/api/users/" + id + "/deactivate").ok();
        fail(usernameOf(clerk), "198.51.100.79");
        assertThat(told(other, "?user=" + id)).containsExactly("FAILED from 198.51.100.78");
        assertThat(told(api, "?user=" + id)).contains("FAILED from 198.51.100.78", "FAILED from 198.51.100.79");
    }

    @Test
    void they_are_exported() {
        String csv = api.get("/api/sign-ins/export").expect(200).text();
        assertThat(csv).contains("username").contains("SUCCEEDED");
    }

    @Test
    void a_page_costs_three_statements_and_reads_only_what_the_members_did() throws SQLException {
        assertThat(SqlCount.during(() -> api.get("/api/sign-ins").ok())).hasSizeLessThanOrEqualTo(3);
        try (Connection connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(FILL);
            statement.execute("VACUUM ANALYZE sign_ins");
            statement.execute("SET erp.company_id = '" + company.get("id").textValue() + "'");
            statement.execute("SET ROLE erp_app");
            var plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("""
                    EXPLAIN SELECT s.* FROM company_sign_ins s
                    WHERE s.company_id = current_setting('erp.company_id')::uuid ORDER BY s.at DESC, s.id DESC LIMIT 51""")) {
                while (lines.next()) plan.append(lines.getString(1)).append('\n');
            }
            assertThat(plan.toString()).contains("sign_ins_user").doesNotContain("Seq Scan on sign_ins");
        }
    }
}
