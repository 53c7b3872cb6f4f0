package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** database.md on PostgreSQL 15: the users of roles.sql under a running house, and the operators' questions. */
class DatabaseDrill extends Drill {

    private static Postgres postgres;

    @BeforeAll
    static void start() {
        postgres = Installation.shared().postgres();
        postgres.sql("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    }

    @Test
    void the_house_works_as_erp_user_under_the_name_of_its_port_and_the_tables_are_the_owners() {
        assertThat(postgres.sql("SHOW server_version")).startsWith("15.");
        assertThat(postgres.sql("SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name LIKE 'erp %'"))
                .isEqualTo("erp_user");
        assertThat(postgres.sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("erp_owner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE entries DISABLE TRIGGER ALL",
                "ALTER TABLE entries NO FORCE ROW LEVEL SECURITY",
                "TRUNCATE audit_log",
                "CREATE TABLE mine (id int)",
                "SET ROLE erp_owner"
            })
    void erp_user_may_not(String statement) {
        Programs.Outcome refused = postgres.psql("erp_user", "-d", Postgres.DATABASE, "-c", statement);

        assertThat(refused.code()).as(refused.said()).isNotZero();
        assertThat(refused.said()).containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void nobody_else_may_connect() {
        postgres.sql("CREATE ROLE stranger LOGIN PASSWORD '%s'".formatted(Postgres.PASSWORD));

        assertThat(postgres.psql("stranger", "-d", Postgres.DATABASE, "-c", "SELECT 1")
                        .said())
                .contains("permission denied for database");
    }

    static List<String> questions() throws IOException {
        try (var files = Files.list(Path.of("../ops/postgres/sql"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void every_question_of_an_operator_is_answered(String file) {
        String said = Runbook.block("questions")
                .with("connections.sql", file)
                .run(postgres.environment())
                .ok();

        assertThat(said).contains("row").doesNotContain("ERROR");
    }

    @Test
    void the_lines_of_older_guides_are_answered() {
        try {
            assertThat(Runbook.block("guide-questions")
                            .run(postgres.environment())
                            .ok())
                    .contains("erp_user", "mean_exec_time", "audit_log", "Execution Time")
                    .doesNotContain("ERROR");
            assertThat(postgres.sql("SHOW log_min_duration_statement")).isEqualTo("1s");
            assertThat(Runbook.block("guide-questions")
                            .with("mean_exec_time", "mean_time")
                            .run(postgres.environment())
                            .said())
                    .contains("column \"mean_time\" does not exist");
        } finally {
            postgres.sql("ALTER SYSTEM RESET log_min_duration_statement");
            postgres.sql("SELECT pg_reload_conf()");
        }
    }
}
