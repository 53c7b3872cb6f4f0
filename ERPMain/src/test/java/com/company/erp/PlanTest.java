package com.company.erp;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** How the database goes about a query in the test's company, asked as the application asks. */
public abstract class PlanTest extends HttpTest {

    @Autowired
    private Environment environment;

    /** Runs the query as the application does and answers what auto_explain tells of it and of what it calls. */
    protected String planOf(String query) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("LOAD 'auto_explain'");
            statement.execute("SET auto_explain.log_min_duration = 0");
            statement.execute("SET auto_explain.log_nested_statements = on");
            statement.execute("SET client_min_messages = log");
            statement.execute("SET erp.company_id = '" + company.get("id").textValue() + "'");
            statement.execute("SET ROLE erp_app");
            statement.clearWarnings();
            statement.execute(query);
            StringBuilder plan = new StringBuilder();
            for (SQLWarning told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
                plan.append(told.getMessage()).append('\n');
            }
            return plan.toString();
        }
    }

    /** A connection of the tables' owner. */
    protected Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getRequiredProperty("spring.datasource.username"),
                environment.getRequiredProperty("spring.datasource.password"));
    }
}
