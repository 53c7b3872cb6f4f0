package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** database.md, the users of older guides: the superuser migrates, and erp_user has what their lines grant. */
class GrantsDrill extends Drill {

    private static final String GUIDES_PASSWORD = "strong_password_here";

    private static Postgres postgres;
    private static BuiltErp erp;
    private static Api one;
    private static Api other;

    /** First as the guide's container does it, by the superuser; then, without his password, as the user of its lines. */
    @BeforeAll
    static void start() {
        needs("the users of older guides", "postgres", "psql");
        postgres = AtEnd.close(Postgres.create(Scratch.folder("grants")));
        var admin = new ErpUser();
        try (BuiltErp first = launch("postgres", Postgres.PASSWORD).awaitReady()) {
            one = admin.inNewCompany(first);
            admin.issued(one, admin.customer(one));
        }
        postgres.sql(Runbook.block("guide-grants").text());
        erp = launch("erp_user", GUIDES_PASSWORD).awaitReady();
        one = admin.again(erp, one);
        other = admin.inNewCompany(erp);
        admin.issued(other, admin.customer(other));
        admin.expectSoundBooks(one);
    }

    private static BuiltErp launch(String user, String password) {
        return BuiltErp.launch(
                Scratch.folder("grants-data"),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        postgres.url(),
                        "SPRING_DATASOURCE_USERNAME",
                        user,
                        "SPRING_DATASOURCE_PASSWORD",
                        password,
                        "ERP_EMBEDDED_ALLOWED",
                        "false",
                        "JWT_SECRET",
                        "at_least_32_random_characters_here"));
    }

    @AfterAll
    static void stop() {
        if (erp != null) erp.close();
    }

    private static String asErpUser(String... statements) {
        var environment = new TreeMap<>(postgres.environment());
        environment.put("PGPASSWORD", GUIDES_PASSWORD);
        String sql = String.join("; ", statements);
        return Programs.run(environment, "psql", "-XqAt", "-U", "erp_user", "-d", Postgres.DATABASE, "-c", sql)
                .said()
                .strip();
    }

    private static String in(Api company) {
        return "SELECT set_config('erp.company_id', '%s', false) IS NULL"
                .formatted(company.get("/api/company").ok().get("id").textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE entries DISABLE TRIGGER ALL",
                "ALTER TABLE entries NO FORCE ROW LEVEL SECURITY",
                "DROP POLICY company ON entries",
                "CREATE OR REPLACE FUNCTION erp_refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "TRUNCATE entries",
                "TRUNCATE audit_log",
                "DROP TABLE audit_log",
                "SET session_replication_role = replica",
                "SET ROLE postgres",
                "SELECT pg_read_file('/etc/passwd')"
            })
    void it_may_not(String statement) {
        assertThat(asErpUser(statement)).containsAnyOf("permission denied", "must be owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET text = 'another'",
                "DELETE FROM entries",
                "UPDATE entry_lines SET debit = debit + 1",
                "DELETE FROM entry_lines",
                "UPDATE audit_log SET actor_name = 'nobody'",
                "DELETE FROM audit_log"
            })
    void what_is_posted_and_what_is_audited_it_cannot_rewrite(String statement) {
        assertThat(asErpUser(in(one), statement)).contains("record.immutable");
    }

    @Test
    void it_sees_one_company_or_none() {
        assertThat(asErpUser("SELECT count(*) FROM entries")).isEqualTo("0");
        assertThat(asErpUser(in(one), "SELECT count(DISTINCT company_id) FROM entries"))
                .endsWith("1");
        assertThat(postgres.sql("SELECT count(DISTINCT company_id) FROM entries"))
                .isEqualTo("2");
        assertThat(asErpUser(
                        in(one), "UPDATE parties SET name = 'theirs' WHERE company_id <> erp_company() RETURNING id"))
                .isEqualTo("f");
    }
}
