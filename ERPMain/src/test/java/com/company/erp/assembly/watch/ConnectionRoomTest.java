package com.company.erp.assembly.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectionRoomTest extends HttpTest {

    @Autowired
    private ConnectionRoom room;

    @Autowired
    private com.zaxxer.hikari.HikariDataSource pool;

    @Test
    void instances_times_pool_are_held_against_what_the_database_gives() throws SQLException {
        assertThat(room.warning(97)).isNull();
        assertThat(room.warning(98)).startsWith("1 instances x 98 connections").contains("more than the 97 that");

        var another = new Properties();
        another.setProperty("user", pool.getUsername());
        another.setProperty("password", pool.getPassword());
        another.setProperty("ApplicationName", "erp elsewhere:8081");
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl(), another)) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(room.warning(48)).isNull();
            assertThat(room.warning(49)).startsWith("2 instances x 49 connections");
        }
    }
}
