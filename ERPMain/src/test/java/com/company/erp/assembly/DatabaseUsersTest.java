package com.company.erp.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.HttpTest;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What ops/postgres gives to operators, on a database of its own in the server of the tests. */
@Tag("oldest")
class DatabaseUsersTest extends HttpTest {

    private static final Path OPS = Path.of("..", "ops", "postgres");
    private static final String DATABASE = "erp_drill";
    /** As roles.sql names them, but for this test: the roles of a server are those of all its databases. */
    private static final String OWNER = "drill_owner";

    private static final String USER = "drill_user";
    private static final String PASSWORD = "of the drill";
    private static final String REFUSED = "42501";
    private static final Pattern TYPED = Pattern.compile(" -c \"([^\"]+)\"");

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Environment environment;

    private String url;

    @BeforeAll
    void follow() throws Exception {
        url = pool.getJdbcUrl().replaceFirst("/erp_db", "/" + DATABASE);
        try (var server = superuser(pool.getJdbcUrl())) {
            execute(server, "CREATE DATABASE " + DATABASE);
        }
        try (var database = superuser(url)) {
            String roles = Files.readString(OPS.resolve("roles.sql"))
                    .replace("erp_db", DATABASE)
                    .replace("erp_owner", OWNER)
                    .replace("erp_user", USER);
            execute(database, roles);
            execute(database, roles);
            for (String user : List.of(OWNER, USER)) {
                execute(database, "ALTER ROLE " + user + " PASSWORD '" + PASSWORD + "'");
            }
        }
    }

    @AfterAll
    void drop() throws SQLException {
        try (var server = superuser(pool.getJdbcUrl())) {
            execute(server, "DROP DATABASE " + DATABASE + " WITH (FORCE)");
            execute(server, "DROP ROLE " + OWNER + ", " + USER);
        }
    }

    private Connection superuser(String where) throws SQLException {
        return DriverManager.getConnection(
                where,
                environment.getProperty("spring.flyway.user"),
                environment.getProperty("spring.flyway.password"));
    }

    /** As the application does it at its start. */
    private int migrate(String user) {
        return Flyway.configure()
                .dataSource(url, user, PASSWORD)
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .outOfOrder(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @Test
    void the_owner_migrates_and_the_user_works_and_neither_is_a_superuser() throws SQLException {
        assertThatThrownBy(() -> migrate(USER)).hasRootCauseInstanceOf(SQLException.class);
        assertThat(migrate(OWNER)).isPositive();
        assertThat(migrate(USER)).as("nothing is pending").isZero();

        try (var user = DriverManager.getConnection(url, USER, PASSWORD)) {
            assertThat(text(user, "SELECT erp_assume_role()")).isEqualTo(USER);
            assertThat(text(user, "SELECT count(*)::text FROM companies")).isEqualTo("0");
            for (String sql : List.of(
                    "CREATE TABLE mine (id int)",
                    "ALTER TABLE entries DISABLE TRIGGER ALL",
                    "ALTER TABLE entries NO FORCE ROW LEVEL SECURITY",
                    "TRUNCATE audit_log",
                    "DROP TABLE audit_log",
                    "SET ROLE " + OWNER)) {
                assertThatThrownBy(() -> execute(user, sql))
                        .as(sql)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo(REFUSED));
            }
        }
        try (var owner = DriverManager.getConnection(url, OWNER, PASSWORD)) {
            assertThat(text(owner, "SELECT erp_assume_role()"))
                    .as("the owner steps down")
                    .isEqualTo("erp_app");
        }
    }

    static List<Path> questions() throws IOException {
        try (var files = Files.list(OPS.resolve("sql"))) {
            return files.sorted().toList();
        }
    }

    /** Preparing checks every name against the server; what its settings lack shows only when it is run. */
    @ParameterizedTest
    @MethodSource("questions")
    void every_question_of_an_operator_is_understood(Path file) throws Exception {
        String sql = Files.readString(file).strip().replaceFirst(";$", "");
        try (var database = superuser(pool.getJdbcUrl())) {
            database.setAutoCommit(false);
            execute(database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            execute(database, "PREPARE question AS " + sql);
            if (!sql.contains("pg_stat_statements")) execute(database, "EXECUTE question");
            database.rollback();
        }
    }

    /** What pages have operators type, but for changes of the server's settings. */
    static List<String> typed() throws IOException {
        try (var pages = Files.list(Path.of("..", "docs", "operations"))) {
            return pages.map(DatabaseUsersTest::read)
                    .flatMap(page -> TYPED.matcher(page).results())
                    .map(found -> found.group(1).replaceFirst(";$", ""))
                    .filter(sql -> !sql.startsWith("ALTER SYSTEM"))
                    .toList();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("typed")
    void what_an_operator_types_is_understood(String sql) throws SQLException {
        if (sql.matches("(?:ANALYZE|VACUUM|REINDEX).*")) {
            try (var empty = superuser(url.replace(DATABASE, "postgres"))) {
                execute(empty, sql.replace("erp_db", "postgres"));
            }
            return;
        }
        try (var database = superuser(pool.getJdbcUrl())) {
            database.setAutoCommit(false);
            execute(database, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
            execute(database, sql.startsWith("EXPLAIN") ? sql : "PREPARE typed AS " + sql);
            database.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
