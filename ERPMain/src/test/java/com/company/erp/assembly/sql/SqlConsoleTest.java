package com.company.erp.assembly.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.assembly.embedded.DataFolder;
import com.company.erp.assembly.embedded.EmbeddedPostgres;
import com.company.erp.assembly.embedded.PostgresPrograms;
import com.company.erp.assembly.embedded.RunningDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlConsoleTest {

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        data = DataFolder.open(folder);
        postgres = EmbeddedPostgres.start(data, PostgresPrograms.bundled());
    }

    @AfterAll
    static void stop() {
        postgres.close();
        data.close();
    }

    @Test
    void an_answer_is_an_aligned_table_with_its_number_of_rows() {
        assertThat(say("SELECT * FROM (VALUES (1, 'Ölmühle', 2.50), (20, NULL, 10.25)) AS t (id, name, price)"))
                .isEqualTo(new Outcome(0, """
                         id | name    | price
                        ----+---------+-------
                          1 | Ölmühle |  2.50
                         20 | NULL    | 10.25
                        (2 rows)
                        """, ""));
    }

    @Test
    void statements_are_piped_in_up_to_the_command_to_end() {
        Outcome outcome = pipe("""
                CREATE TABLE piped (id int PRIMARY KEY, note text NOT NULL DEFAULT 'none');
                INSERT INTO piped VALUES (1), (2);
                UPDATE piped SET note = 'a;b'
                 WHERE id = 2;
                SELECT count(*) FROM piped WHERE note = 'a;b';
                \\q
                SELECT 1/0;
                """);
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        0, "(done)\n(2 rows changed)\n(1 row changed)\n count\n-------\n     1\n(1 row)\n", ""));
    }

    @Test
    void an_error_is_one_line_and_ends_a_script_with_exit_code_1() {
        assertThat(pipe("SELECT nothing FROM nowhere;\nSELECT 1;\n"))
                .isEqualTo(new Outcome(1, "", "ERROR: relation \"nowhere\" does not exist Position: 21\n"));
        assertThat(say("SELECT 1/0")).isEqualTo(new Outcome(1, "", "ERROR: division by zero\n"));
    }

    @Test
    void at_a_terminal_an_error_does_not_end_the_conversation() {
        Outcome outcome = converse("SELECT 1/0;\nSELECT\n1;\n\\q\n", true);
        assertThat(outcome.code).isZero();
        assertThat(outcome.err).isEqualTo("ERROR: division by zero\n");
        assertThat(outcome.out).contains("erp_db=> erp_db-> ", "(1 row)");
    }

    @Test
    void tables_are_listed_and_described() {
        say("CREATE TABLE described (id int PRIMARY KEY, note text CHECK (note <> ''))");
        assertThat(pipe("\\dt").out).contains("| described ");
        assertThat(pipe("\\d described").out)
                .contains("id     | integer | not null", "PRIMARY KEY (id)", "CHECK ((note <> ''::text))");
        assertThat(pipe("\\d absent")).isEqualTo(new Outcome(1, "", "There is no table absent.\n"));
        assertThat(pipe("\\x").err).startsWith("There is no command \\x;");
    }

    @Test
    void text_cannot_move_the_cursor() {
        assertThat(say("SELECT E'a\\nb\\x1b[2J' AS note").out).contains(" a↵b·[2J\n");
    }

    @Test
    void a_long_answer_is_cut_and_says_so() {
        assertThat(say("SELECT generate_series(1, 20000)").out).endsWith("10000\n(the first 10000 rows)\n");
    }

    @Test
    void a_database_of_ones_own_is_found_by_the_settings_of_the_application() {
        RunningDatabase there = postgres.connection();
        Map<String, String> settings = Map.of(
                "SPRING_DATASOURCE_URL", there.url(),
                "SPRING_DATASOURCE_USERNAME", there.user(),
                "SPRING_DATASOURCE_PASSWORD", there.password());
        assertThat(run(settings, "", "SELECT 1", false).code).isZero();
    }

    @Test
    void without_a_running_database_the_console_says_so(@TempDir Path empty) {
        assertThat(run(Map.of("ERP_DATA", empty.toString()), "", "SELECT 1", false))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "No database runs in " + empty
                                + ": start the ERP first, or name another database with SPRING_DATASOURCE_URL.\n"));
    }

    private static Outcome say(String statement) {
        return run(Map.of("ERP_DATA", folder.toString()), "", statement, false);
    }

    private static Outcome pipe(String lines) {
        return converse(lines, false);
    }

    private static Outcome converse(String lines, boolean isTerminal) {
        return run(Map.of("ERP_DATA", folder.toString()), lines, "", isTerminal);
    }

    private static Outcome run(Map<String, String> environment, String lines, String statement, boolean isTerminal) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = new SqlConsole(
                        environment,
                        new BufferedReader(new StringReader(lines)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        isTerminal)
                .converse(statement);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Outcome(int code, String out, String err) {}
}
