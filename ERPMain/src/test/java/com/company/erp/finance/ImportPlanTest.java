package com.company.erp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An import over connections that keep plans from a time when the tables were so small that to read them whole was
 * cheapest.
 */
class ImportPlanTest extends InvoicingScenario {

    private static final int INVOICES = 200;
    private static final int CONNECTIONS = 3;

    /** The sealers have no index either, and take a connection for as long as the long imports of other tests need. */
    private static final long PATIENCE_MILLIS = 30_000;

    private static final String SEQUENTIAL =
            "SET enable_indexscan = %s; SET enable_indexonlyscan = %1$s; SET enable_bitmapscan = %1$s";

    @Autowired
    private HikariDataSource pool;

    private int usualConnections;
    private long usualPatience;

    @BeforeEach
    void keepFewConnections() {
        usualConnections = pool.getMaximumPoolSize();
        usualPatience = pool.getConnectionTimeout();
        pool.getHikariConfigMXBean().setMaximumPoolSize(CONNECTIONS);
        pool.getHikariConfigMXBean().setConnectionTimeout(PATIENCE_MILLIS);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @AfterEach
    void keepTheUsualConnections() {
        pool.getHikariConfigMXBean().setMaximumPoolSize(usualConnections);
        pool.getHikariConfigMXBean().setConnectionTimeout(usualPatience);
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Test
    void an_import_reads_no_table_once_for_each_of_its_rows() throws SQLException {
        customer(Map.of("code", "ACME", "name", "Acme", "roles", List.of("CUSTOMER")));
        // A plan is kept from the sixth use on.
        onEachConnection(SEQUENTIAL.formatted("off"));
        for (int i = 0; i < 8 * CONNECTIONS; i++) imported(1, "W" + i);
        onEachConnection(SEQUENTIAL.formatted("on"));

        long before = rowsReadSequentially();
        imported(INVOICES, "X");
        assertThat(rowsReadSequentially() - before).isLessThan(INVOICES * 100L);
    }

    private void imported(int invoices, String prefix) {
        var file = new StringBuilder("externalNumber,customer,issueDate,text,quantity,unitPrice,taxCode\n");
        IntStream.range(0, invoices)
                .forEach(i -> file.append("%s-%d,ACME,2026-02-02,Tea,1,5.00,VAT20%n".formatted(prefix, i)));
        var report = api.send(
                        "POST",
                        "/api/invoices/import",
                        "text/csv",
                        file.toString().getBytes(StandardCharsets.UTF_8))
                .ok();
        assertThat(report.get("writtenRows").intValue()).as(report.toString()).isEqualTo(invoices);
    }

    private long rowsReadSequentially() throws SQLException {
        onEachConnection("SELECT pg_stat_force_next_flush()");
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("""
                        SELECT sum(seq_tup_read) FROM pg_stat_user_tables
                        WHERE relname IN ('invoices', 'invoice_lines', 'entries', 'entry_lines', 'open_items')""")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    /** Holds all of them at once, so that none is left out. */
    private void onEachConnection(String sql) throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) held.add(pool.getConnection());
            for (Connection connection : held) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
                if (!connection.getAutoCommit()) connection.commit();
            }
        } finally {
            for (Connection connection : held) connection.close();
        }
    }
}
