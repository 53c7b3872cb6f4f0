package com.company.erp.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.HttpTest;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which database a report is read from. The replica is the same server by another name, whose own functions tell how
 * far it has come; a real one is in the drill of replication.
 */
class ReplicaTest extends HttpTest {

    private static final String PRIMARY = "primary";
    private static final String REPLICA = "replica";
    private static final String ALL = "pg_current_wal_insert_lsn()";
    private static final String NOTHING = "'0/0'::pg_lsn";

    @Autowired
    private PatientPool pool;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    /** What a door of reports is to a caller. */
    interface Report {

        String read();

        void write();
    }

    @BeforeAll
    void makeReplica() throws SQLException {
        asOwner("CREATE SCHEMA standby");
        asOwner("GRANT USAGE ON SCHEMA standby TO PUBLIC");
    }

    @AfterAll
    void dropReplica() throws SQLException {
        asOwner("DROP SCHEMA standby CASCADE");
    }

    private void standbyIs(boolean recovering, String replayed) throws SQLException {
        asOwner("CREATE OR REPLACE FUNCTION standby.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS 'SELECT %s'"
                .formatted(recovering));
        asOwner(
                "CREATE OR REPLACE FUNCTION standby.pg_last_wal_replay_lsn() RETURNS pg_lsn LANGUAGE sql AS $$SELECT %s$$"
                        .formatted(replayed));
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        pool.getJdbcUrl(),
                        environment.getProperty("spring.flyway.user"),
                        environment.getProperty("spring.flyway.password"));
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private String standbyUrl() {
        String url = pool.getJdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + REPLICA
                + "&options=-c%20search_path=standby,pg_catalog,public";
    }

    /** Reads in the company of this test, each report in a transaction of its own. */
    private String readFrom(String url, Supplier<String> reading) {
        return readFrom(url, Report::read, reading);
    }

    private String readFrom(String url, Function<Report, String> way, Supplier<String> reading) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        try (var replica = new Replica(pool, url)) {
            var doors = new ProxyFactory(new Report() {
                @Override
                public String read() {
                    return Objects.requireNonNull(transaction.execute(status -> reading.get()));
                }

                @Override
                public void write() {
                    read();
                }
            });
            doors.addAdvice(new ReportRouting(pool, replica, new SimpleMeterRegistry()));
            var actor = Actor.system(CompanyId.valueOf(company.get("id").textValue()), "test");
            return Scope.get(actor, () -> way.apply((Report) doors.getProxy()));
        }
    }

    private String server() {
        String name = jdbc.sql("SELECT current_setting('application_name')")
                .query(String.class)
                .single();
        return name.equals(REPLICA) ? REPLICA : PRIMARY;
    }

    @Test
    void a_replica_that_has_everything_is_read_within_the_company_alone() throws SQLException {
        standbyIs(true, ALL);

        assertThat(readFrom(standbyUrl(), this::server)).isEqualTo(REPLICA);
        String companies = "SELECT current_user || ' ' || count(*) FROM companies";
        assertThat(readFrom(
                        standbyUrl(),
                        () -> jdbc.sql(companies).query(String.class).single()))
                .isEqualTo("erp_app 1");
    }

    @Test
    void one_that_lacks_what_was_written_is_not() throws SQLException {
        standbyIs(true, NOTHING);

        assertThat(readFrom(standbyUrl(), this::server)).isEqualTo(PRIMARY);
    }

    @Test
    void one_that_was_promoted_is_not() throws SQLException {
        standbyIs(false, ALL);

        assertThat(readFrom(standbyUrl(), this::server)).isEqualTo(PRIMARY);
    }

    @Test
    void one_that_is_away_is_not() {
        assertThat(readFrom("jdbc:postgresql://127.0.0.1:1/erp_db", this::server))
                .isEqualTo(PRIMARY);
    }

    @Test
    void what_is_part_of_a_transaction_stays_there() throws SQLException {
        standbyIs(true, ALL);
        var around = new TransactionTemplate(transactions);

        assertThat(readFrom(standbyUrl(), report -> around.execute(status -> report.read()), this::server))
                .isEqualTo(PRIMARY);
    }

    @Test
    void what_the_replica_breaks_off_is_read_from_the_primary_unless_rows_have_gone_out() throws SQLException {
        standbyIs(true, ALL);
        Supplier<String> broken = () -> {
            if (server().equals(REPLICA)) throw new DataAccessResourceFailureException("canceled");
            return server();
        };

        assertThat(readFrom(standbyUrl(), broken)).isEqualTo(PRIMARY);
        assertThatThrownBy(() -> readFrom(
                        standbyUrl(),
                        report -> {
                            report.write();
                            return "";
                        },
                        broken))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }
}
