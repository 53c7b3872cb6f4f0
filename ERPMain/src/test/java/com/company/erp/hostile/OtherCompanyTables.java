package com.company.erp.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.schema.CompanyLess;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The second half of the walk: every table, with plain SQL on a connection of the application. */
abstract class OtherCompanyTables extends OtherCompanyWalk {

    private static final String REFUSED_BY_ROLE_OR_ROW = "42501";
    private static final String REFUSED_BY_TRIGGER = "ER001";

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Environment environment;

    private Connection owner;
    private List<String> tables;

    @BeforeAll
    void connect() throws SQLException {
        owner = DriverManager.getConnection(
                pool.getJdbcUrl(),
                environment.getProperty("spring.flyway.user"),
                environment.getProperty("spring.flyway.password"));
        tables = texts(owner, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
        tables.removeAll(CompanyLess.TABLES.keySet());
        // While this is held, no deltas of A are rolled up.
        texts(owner, "SELECT pg_advisory_lock(hashtextextended('ledger roll-up " + a.id("companies") + "', 0))::text");
        for (String row : a.passingRows()) update(owner, row);
    }

    @AfterAll
    void disconnect() throws SQLException {
        if (owner != null) owner.close();
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** On a connection of the application's pool; nothing of it stays. */
    private void inTransaction(String company, String user, Work work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            assertThat(texts(connection, "SELECT current_user").getFirst()).isIn("erp_app", "erp_user");
            texts(connection, "SELECT set_config('erp.company_id', '" + company + "', true)");
            texts(connection, "SELECT set_config('erp.user_id', '" + user + "', true)");
            work.on(connection);
            connection.rollback();
        }
    }

    private void asB(Work work) throws SQLException {
        inTransaction(b.id("companies"), b.id("users"), work);
    }

    @Test
    void every_table_has_a_row_to_hide() throws SQLException {
        for (String table : tables) {
            assertThat(count(owner, table, "company_id = '" + a.id("companies") + "'"))
                    .as("Table %s has no row of company A: let World write one, so that it can be hidden.", table)
                    .isPositive();
        }
    }

    @Test
    void no_table_shows_a_row_of_another_company() throws SQLException {
        asB(connection -> {
            for (String table : tables) {
                assertThat(count(connection, table, "company_id <> '" + b.id("companies") + "'"))
                        .as(table)
                        .isZero();
            }
            assertThat(count(connection, "companies", "true")).isOne();
        });
    }

    @Test
    void no_table_shows_a_row_to_whoever_says_no_company() throws SQLException {
        inTransaction("", "", connection -> {
            for (String table : tables)
                assertThat(count(connection, table, "true")).as(table).isZero();
            for (String table : CompanyLess.TABLES.keySet()) {
                if (table.equals(CompanyLess.OPEN)) continue;
                assertThat(count(connection, table, "true")).as(table).isZero();
            }
        });
    }

    @Test
    void tables_without_a_company_show_no_stranger() throws SQLException {
        Map<String, String> strangers = Map.of(
                "users", "id = '" + a.id("users") + "'",
                "sign_ins", "user_id IN (SELECT id FROM memberships WHERE company_id <> '" + b.id("companies") + "')");
        assertThat(count(owner, "users", strangers.get("users"))).isOne();
        asB(connection -> {
            for (String table : CompanyLess.TABLES.keySet()) {
                if (table.equals(CompanyLess.OPEN)) continue;
                assertThat(count(connection, table, strangers.getOrDefault(table, "true")))
                        .as(table)
                        .isZero();
            }
        });
    }

    @Test
    void no_table_takes_a_change_to_another_company() throws SQLException {
        String ofA = " WHERE company_id = '" + a.id("companies") + "'";
        String ofB = " WHERE company_id = '" + b.id("companies") + "'";
        for (String table : tables) {
            String copy = copy(table, ofA);
            asB(connection -> {
                expectNone(connection, "UPDATE " + table + " SET id = id" + ofA);
                expectNone(connection, "DELETE FROM " + table + ofA);
                expectNone(connection, "UPDATE " + table + " SET company_id = '" + a.id("companies") + "'" + ofB);
                expectNone(connection, copy);
            });
        }
    }

    /** SQL that writes a row just as A has it. */
    private String copy(String table, String ofA) throws SQLException {
        String row = texts(owner, "SELECT to_jsonb(t)::text FROM " + table + " t" + ofA + " LIMIT 1")
                .getFirst();
        String columns = texts(owner, """
                        SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
                        WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''""".formatted(table)).getFirst();
        return "INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$s, '%3$s')"
                .formatted(table, columns, row.replace("'", "''"));
    }

    @Test
    void no_table_can_be_emptied_or_bared() throws SQLException {
        List<String> all = new ArrayList<>(tables);
        all.addAll(CompanyLess.TABLES.keySet());
        for (String table : all) {
            asB(connection -> {
                expectNone(connection, "TRUNCATE " + table);
                expectNone(connection, "ALTER TABLE " + table + " DISABLE ROW LEVEL SECURITY");
                expectNone(connection, "ALTER TABLE " + table + " DISABLE TRIGGER ALL");
                if (!table.equals(CompanyLess.OPEN)) expectNone(connection, "DROP POLICY owner ON " + table);
            });
        }
    }

    /** Refused, or without effect. */
    private static void expectNone(Connection connection, String sql) throws SQLException {
        var before = connection.setSavepoint();
        try {
            assertThat(update(connection, sql)).as(sql).isZero();
            assertThat(sql).as("is refused and not merely without effect").matches("(?s)(UPDATE|DELETE).*");
        } catch (SQLException e) {
            assertThat(e.getSQLState())
                    .as("%s: %s", sql, e.getMessage())
                    .isIn(Set.of(REFUSED_BY_ROLE_OR_ROW, REFUSED_BY_TRIGGER));
        } finally {
            connection.rollback(before);
        }
    }

    private static int count(Connection connection, String table, String condition) throws SQLException {
        return Integer.parseInt(texts(connection, "SELECT count(*)::text FROM " + table + " WHERE " + condition)
                .getFirst());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
