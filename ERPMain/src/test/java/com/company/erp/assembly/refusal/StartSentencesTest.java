package com.company.erp.assembly.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.company.erp.HttpTest;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.mock.env.MockEnvironment;

/** What PostgreSQL itself refuses becomes a sentence that says what to do. */
class StartSentencesTest extends HttpTest {

    @Autowired
    private HikariDataSource pool;

    @TempDir
    private Path folder;

    private static String sentence(FailureAnalyzer analyzer, ThrowingCallable start) {
        FailureAnalysis analysis =
                analyzer.analyze(new IllegalStateException("The context does not start.", catchThrowable(start)));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getAction()).isNotBlank();
        return analysis.getDescription();
    }

    private static FailureAnalyzer database(String url) {
        return new DatabaseRefusedAnalyzer(new MockEnvironment().withProperty("spring.datasource.url", url));
    }

    private String refusal(String url, String user, String password) {
        return sentence(database(url), () -> DriverManager.getConnection(url, user, password));
    }

    @Test
    void a_database_that_is_down_or_nowhere() {
        assertThat(refusal("jdbc:postgresql://127.0.0.1:1/erp_db?password=secret", "erp_user", "x"))
                .isEqualTo("The database at 127.0.0.1:1 does not answer.");
        assertThat(refusal("jdbc:postgresql://db.invalid/erp_db", "erp_user", "x"))
                .isEqualTo("The host db.invalid of the database is not known.");
    }

    @Test
    void a_database_that_does_not_let_in() {
        assertThat(refusal(pool.getJdbcUrl(), "postgres", "wrong"))
                .contains("refuses the password: password authentication failed for user \"postgres\".");
        String missing = pool.getJdbcUrl().replaceFirst("/erp_db", "/elsewhere");
        assertThat(sentence(
                        database(missing),
                        () -> DriverManager.getConnection(missing, pool.getUsername(), pool.getPassword())))
                .contains("There is no such database", "\"elsewhere\"");
    }

    @Test
    void a_user_who_may_not_migrate() {
        assertThat(sentence(database(pool.getJdbcUrl()), () -> {
                    try (Connection connection = pool.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("ALTER TABLE units ADD COLUMN more text");
                    }
                }))
                .startsWith("The database user may not do what a pending migration needs: must be owner");
    }

    @Test
    void other_refusals_are_not_explained_away() {
        assertThat(database(pool.getJdbcUrl()).analyze(new SQLException("syntax error", "42601")))
                .isNull();
    }

    @Test
    void a_migration_that_fails_and_one_that_was_edited() throws Exception {
        Path script = folder.resolve("V1__make.sql");
        Files.writeString(script, "CREATE TABLE made (id int); SELECT nowhere FROM made;");
        assertThat(sentence(new MigrationRefusedAnalyzer(), this::migrate))
                .isEqualTo("The migration V1__make.sql failed: column \"nowhere\" does not exist."
                        + " The database is as it was before it.");

        Files.writeString(script, "CREATE TABLE made (id int);");
        migrate();
        Files.writeString(script, "CREATE TABLE made (id bigint);");
        assertThat(sentence(new MigrationRefusedAnalyzer(), this::migrate))
                .startsWith("The migrations of the database are not those of this build: ");
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                .schemas("start_sentences_" + folder.getFileName().toString().replaceAll("\\W", ""))
                .locations("filesystem:" + folder)
                // As the application has it: an open transaction, even an idle one, holds up an index made beside the
                // others.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
    }

    @Test
    void a_certificate_that_cannot_be_read() throws Exception {
        String store = "file:" + Files.writeString(folder.resolve("keystore.jks"), "no key store");
        var details = new JksSslStoreDetails("JKS", null, store, "changeit");

        assertThat(sentence(new KeyStoreRefusedAnalyzer(), () -> new JksSslStoreBundle(details, null).getKeyStore()))
                .startsWith("The key store " + store + " cannot be read: ");
    }

    @Test
    void a_migration_that_failed_half_way() throws Exception {
        Files.writeString(folder.resolve("V1__index.sql"), """
                CREATE TABLE indexed (id int);
                CREATE INDEX CONCURRENTLY indexed_id ON indexed (id);
                CREATE INDEX CONCURRENTLY indexed_nowhere ON indexed (nowhere);""");
        Files.writeString(folder.resolve("V1__index.sql.conf"), "executeInTransaction=false");

        assertThat(sentence(new MigrationRefusedAnalyzer(), this::migrate))
                .startsWith("The migration V1__index.sql failed: column \"nowhere\" does not exist.")
                .endsWith(" A part of it was done.");
        assertThat(sentence(new MigrationRefusedAnalyzer(), this::migrate))
                .isEqualTo("Detected failed migration to version 1 (index). A part of it was done.");
    }

    @Test
    void a_database_that_is_too_old() {
        assertThat(sentence(new UnfitDatabaseAnalyzer(), () -> FirstLook.requireVersion(13)))
                .isEqualTo("PostgreSQL 13 is too old: the ERP needs 14 or newer.");
        FirstLook.requireVersion(14);
    }

    @Test
    void a_database_in_another_time() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Context database = stub(Context.class, connection);
            assertThat(sentence(new UnfitDatabaseAnalyzer(), () -> look(database, Duration.ofSeconds(95))))
                    .matches("The clock of this machine is 9[4-9] s ahead of the database's\\.");
            assertThat(sentence(new UnfitDatabaseAnalyzer(), () -> look(database, Duration.ofSeconds(-125))))
                    .matches("The clock of this machine is 12[0-6] s behind the database's\\.");
            look(database, Duration.ofSeconds(20));
            look(database, Duration.ZERO);
        }
    }

    private static void look(Context database, Duration ahead) {
        new FirstLook(Clock.offset(Clock.systemUTC(), ahead)).handle(Event.BEFORE_MIGRATE, database);
    }

    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
