package com.company.erp.user.account;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of users. They are not rows of a company, so this is plain SQL: row-level security shows a user himself and
 * his colleagues, and named functions of the database answer what lies beyond.
 */
@Component
public class Users {

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user as he is known to himself and his colleagues. */
    public record User(UUID id, String username, String name, boolean mustChangePassword) {}

    /** A company that a user belongs to, and with which roles. */
    public record CompanyOfUser(CompanyId id, String name, String country, String baseCurrency, List<String> roles) {}

    /** The user who acts. */
    public User self() {
        return jdbc.sql("SELECT id, username, name, must_change_password FROM users WHERE id = :id")
                .param("id", Scope.actor().user().value())
                .query(User.class)
                .single();
    }

    /** The companies that the acting user belongs to, by name. */
    public List<CompanyOfUser> companies() {
        return jdbc.sql("""
                        SELECT company_id, name, country, base_currency, roles FROM companies_of_user(:user)
                        ORDER BY name, company_id""")
                .param("user", Scope.actor().user().value())
                .query((row, index) -> new CompanyOfUser(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("base_currency"),
                        Arrays.asList((String[]) row.getArray("roles").getArray())))
                .list();
    }

    /** Sets the acting user's password, by its hash, and ends all sessions begun before. */
    public void changeOwnPassword(String hash) {
        int changed = jdbc.sql("""
                        UPDATE users SET password_hash = :hash, must_change_password = false,
                               not_before = clock_timestamp() WHERE id = :id""")
                .param("hash", hash)
                .param("id", Scope.actor().user().value())
                .update();
        if (changed != 1) throw new IllegalStateException("The acting user has no row.");
    }
}
