package com.company.erp.hostile;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** As the guide's erp_user, who has what its own lines grant and no more; the owner's login migrates. */
@Import(OtherCompanyAsErpUserTest.SignsInAsErpUser.class)
class OtherCompanyAsErpUserTest extends OtherCompanyTables {

    private static final String USER = "erp_user";

    /** Before anything uses the pool: makes the user by the lines of the operations guide, and lets the pool be him. */
    @TestConfiguration
    static class SignsInAsErpUser implements BeanPostProcessor {

        private static final String GUIDE = """
                CREATE USER erp_user WITH PASSWORD 'strong_password_here';
                GRANT CONNECT ON DATABASE %1$s TO erp_user;
                GRANT USAGE ON SCHEMA public TO erp_user;
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO erp_user;
                REVOKE ALL ON DATABASE %1$s FROM PUBLIC;""";

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool && !USER.equals(pool.getUsername())) {
                try (var owner =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
                    follow(owner);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                pool.setUsername(USER);
                pool.setPassword("strong_password_here");
            }
            return bean;
        }

        private static void follow(Connection owner) throws SQLException {
            try (var statement = owner.createStatement()) {
                statement.execute(GUIDE.formatted(owner.getCatalog()));
            }
        }
    }
}
