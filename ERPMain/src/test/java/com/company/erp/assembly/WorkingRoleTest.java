package com.company.erp.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Row-level security does not bind a superuser, so no connection may ever work as one. */
class WorkingRoleTest extends HttpTest {

    @Autowired
    private HikariDataSource pool;

    @Test
    void every_connection_works_as_the_application_also_after_a_rollback() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize() - 2; i++) {
                Connection connection = pool.getConnection();
                held.add(connection);
                connection.rollback();
                assertThat(workingRole(connection)).isEqualTo("erp_app");
                connection.rollback();
                assertThat(workingRole(connection)).isEqualTo("erp_app");
            }
        } finally {
            for (Connection connection : held) connection.close();
        }
    }

    private static String workingRole(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_user")) {
            row.next();
            return row.getString(1);
        }
    }
}
