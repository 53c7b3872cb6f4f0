package com.company.erp.assembly.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** On a database of its own in the server of the tests. */
class PatientMigrationTest extends HttpTest {

    private static final String DATABASE = "erp_migrated";

    @Autowired
    private PatientMigration strategy;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Environment environment;

    @TempDir
    private Path migrations;

    private String url;

    @BeforeAll
    void create() throws SQLException {
        url = pool.getJdbcUrl().replaceFirst("/erp_db", "/" + DATABASE);
        try (var server = superuser(pool.getJdbcUrl())) {
            execute(server, "CREATE DATABASE " + DATABASE);
        }
    }

    @AfterAll
    void drop() throws SQLException {
        try (var server = superuser(pool.getJdbcUrl())) {
            execute(server, "DROP DATABASE " + DATABASE + " WITH (FORCE)");
        }
    }

    /** Somebody reads for long: the migration waits for him, but nobody for the migration. */
    @Test
    void whoever_works_beside_a_waiting_migration_is_served() throws Exception {
        try (var reader = superuser(url);
                var other = superuser(url);
                var clerk = superuser(url)) {
            execute(clerk, "CREATE TABLE papers (id int)");
            reader.setAutoCommit(false);
            execute(reader, "SELECT count(*) FROM papers");
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(other, "SELECT 1");
            write("V1__grade.sql", "ALTER TABLE papers ADD COLUMN grade text;");
            write("V2__index.sql", "CREATE INDEX CONCURRENTLY papers_grade ON papers (grade);");

            var migrating = CompletableFuture.runAsync(() -> strategy.migrate(flyway()));
            awaitWaiting(clerk, "ALTER TABLE", 0);
            execute(clerk, "SET statement_timeout = '5s'");
            execute(clerk, "INSERT INTO papers VALUES (1)");
            assertThat(migrating).isNotDone();

            reader.commit();
            awaitWaiting(clerk, "CREATE INDEX", 1.2);
            execute(clerk, "INSERT INTO papers VALUES (2)");
            other.commit();
            migrating.join();
            execute(clerk, "SELECT grade FROM papers");
        }
    }

    private static void awaitWaiting(Connection asked, String statement, double seconds) {
        String waits = """
                SELECT FROM pg_stat_activity WHERE query LIKE '%s%%' AND wait_event_type = 'Lock'
                AND clock_timestamp() - query_start > %s * interval '1 s'""".formatted(statement, seconds);
        Awaitility.await(statement + " waits").until(() -> {
            try (var found = asked.createStatement().executeQuery(waits)) {
                return found.next();
            }
        });
    }

    private void write(String name, String migration) throws IOException {
        Files.writeString(migrations.resolve(name), migration);
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(
                        url,
                        environment.getProperty("spring.flyway.user"),
                        environment.getProperty("spring.flyway.password"))
                .locations("filesystem:" + migrations)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(strategy)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load();
    }

    private Connection superuser(String where) throws SQLException {
        return DriverManager.getConnection(
                where,
                environment.getProperty("spring.flyway.user"),
                environment.getProperty("spring.flyway.password"));
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
