package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The suite runs on the newest supported PostgreSQL; what is tagged "oldest" once more on the oldest. */
@Tag("oldest")
class PostgresVersionTest extends HttpTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_server_is_of_the_version_that_this_run_is_for() {
        String version = jdbc.sql("SHOW server_version").query(String.class).single();

        assertThat(version).startsWith(ON_OLDEST_POSTGRES ? "14." : "18.");
    }
}
