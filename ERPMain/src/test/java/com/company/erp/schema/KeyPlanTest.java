package com.company.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.company.erp.hostile.World;
import com.company.erp.platform.jobs.DailyJobs;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.PreparableMutationOperation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Whoever changes or deletes a record finds it by its key, however large the table: seen as the application's role. */
class KeyPlanTest extends HttpTest {

    /** Both parts of the key lead to the row; row-level security gives the first where the statement does not. */
    private static final String BY_KEY = "(?s).*Index Cond: .*company_id = .* AND .*\\(id = .*";

    private static final int COMPANIES = 50;
    private static final int UNITS = 400;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private EntityManagerFactory factory;

    @Autowired
    private Environment environment;

    @Autowired
    private DailyJobs jobs;

    private World world;

    @BeforeAll
    void furnish() {
        world = new World(api, "KEYPLAN", jobs);
    }

    @Test
    void every_table_is_changed_by_its_key() throws SQLException {
        inLargeTables(connection -> {
            for (String table : tables()) {
                expectByKey(connection, "UPDATE " + table + " SET id = id WHERE id = $1");
                expectByKey(connection, "DELETE FROM " + table + " WHERE id = $1");
            }
        });
    }

    @Test
    void what_the_persistence_layer_sends_names_the_company_and_goes_by_the_key() throws SQLException {
        List<String> statements = statementsOfEntities();
        assertThat(statements).hasSizeGreaterThan(20).allMatch(sql -> sql.contains("company_id=?"));
        inLargeTables(connection -> {
            for (String statement : statements) expectByKey(connection, numbered(statement));
        });
    }

    @Test
    void a_table_that_is_large_indeed_is_not_scanned_for_one_row() throws SQLException {
        asApplication(
                owner -> {
                    execute(owner, """
                            INSERT INTO units (company_id, id, version, code, name, active)
                            SELECT md5('company ' || c)::uuid, gen_random_uuid(), 0, 'U' || u, 'Unit', true
                            FROM generate_series(1, %d) c, generate_series(1, %d) u""".formatted(COMPANIES, UNITS));
                    execute(owner, "ANALYZE units");
                },
                connection -> {
                    expectByKey(connection, "UPDATE units SET name = 'Other' WHERE id = $1");
                    expectByKey(connection, "DELETE FROM units WHERE id = $1");
                });
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    /**
     * The planner believes that each page holds a million rows, so that it plans for the tables as they are after
     * years, with its usual settings and nothing known of what other tests have left. Each table has a row, since it
     * knows an empty one when it sees it.
     */
    private void inLargeTables(Work work) throws SQLException {
        asApplication(
                owner -> {
                    for (String row : world.passingRows()) execute(owner, row);
                    execute(owner, """
                            UPDATE pg_class SET relpages = 1, reltuples = 1000000
                            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'""");
                    execute(owner, "DELETE FROM pg_statistic WHERE starelid >= 16384");
                },
                work);
    }

    /** In the test's company, under the application's role; nothing of it stays. */
    private void asApplication(Work preparedByOwner, Work work) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                pool.getJdbcUrl(),
                environment.getProperty("spring.flyway.user"),
                environment.getProperty("spring.flyway.password"))) {
            connection.setAutoCommit(false);
            preparedByOwner.on(connection);
            execute(connection, "SET LOCAL ROLE erp_app");
            execute(connection, "SET LOCAL plan_cache_mode = force_generic_plan");
            execute(connection, "SET LOCAL erp.company_id = '" + world.id("companies") + "'");
            work.on(connection);
            connection.rollback();
        }
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) tables.add(rows.getString(1));
            tables.removeAll(CompanyLess.TABLES.keySet());
            return tables;
        }
    }

    private List<String> statementsOfEntities() {
        List<String> statements = new ArrayList<>();
        factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(entity -> {
            statements.addAll(sql(entity.getUpdateCoordinator().getStaticMutationOperationGroup()));
            statements.addAll(sql(entity.getDeleteCoordinator().getStaticMutationOperationGroup()));
        });
        return statements;
    }

    private static List<String> sql(MutationOperationGroup group) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; group != null && i < group.getNumberOfOperations(); i++) {
            if (group.getOperation(i) instanceof PreparableMutationOperation operation) {
                statements.add(operation.getSqlString());
            }
        }
        return statements;
    }

    /** With the parameters of a prepared statement in place of JDBC's. */
    private static String numbered(String statement) {
        var numbered = new StringBuilder();
        int parameters = 0;
        for (char c : statement.toCharArray()) {
            if (c == '?') numbered.append('$').append(++parameters);
            else numbered.append(c);
        }
        return numbered.toString();
    }

    /** The plan for whatever values; append-only tables have one too, though a trigger would refuse. */
    private static void expectByKey(Connection connection, String sql) throws SQLException {
        execute(connection, "PREPARE change AS " + sql);
        String nothing = String.join(
                ", ",
                Collections.nCopies((int) sql.chars().filter(c -> c == '$').count(), "NULL"));
        var plan = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN (COSTS OFF) EXECUTE change(" + nothing + ")")) {
            while (rows.next()) plan.append(rows.getString(1)).append('\n');
        }
        execute(connection, "DEALLOCATE change");
        assertThat(plan.toString()).as(sql).matches(BY_KEY);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
