package com.company.erp.assembly.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {

    @Test
    void a_line_may_hold_several_statements_and_a_statement_several_lines() {
        assertThat(statements("SELECT 1; SELECT 2;", "SELECT", "  3;"))
                .containsExactly("SELECT 1", "SELECT 2", "SELECT\n  3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'",
                "SELECT 'it''s; so'",
                "SELECT E'it\\'s; so'",
                "SELECT \"a;b\" FROM t",
                "SELECT $$a;b$$",
                "SELECT $x$a; $$ b;$x$",
                "SELECT 1 /* a; /* b; */ c; */ + 1",
                "SELECT 1 -- a; b\n + 1",
                "SELECT 'a;\nb'",
                "SELECT e_1$ FROM t",
                "SELECT 'back\\'",
            })
    void a_semicolon_ends_a_statement_only_outside_of_quotes_and_comments(String sql) {
        assertThat(statements((sql + ";\nSELECT 2;").split("\n"))).containsExactly(sql, "SELECT 2");
    }

    @Test
    void the_rest_is_what_has_no_semicolon() {
        var reader = new StatementReader();
        assertThat(reader.read("SELECT 1; SELECT 2")).containsExactly("SELECT 1");
        assertThat(reader.isBetweenStatements()).isFalse();
        assertThat(reader.rest()).contains("SELECT 2");
        assertThat(reader.rest()).isEmpty();
        assertThat(reader.isBetweenStatements()).isTrue();
    }

    private static List<String> statements(String... lines) {
        var reader = new StatementReader();
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.addAll(reader.read(line));
        }
        assertThat(reader.rest()).isEmpty();
        return all;
    }
}
