package com.company.erp.user.login;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.audit.Origin;
import com.company.erp.user.account.PasswordProof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions that may be asked before a company is known, each a function of the database by name or token hash. */
@Component
class Sessions {

    private final JdbcClient jdbc;
    private final JwtProperties properties;

    Sessions(JdbcClient jdbc, JwtProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    record Renewal(String outcome, UUID sessionId, PasswordProof.Person person, CompanyId company) {}

    CompanyId companyFor(UUID user, @Nullable CompanyId wanted) {
        return new CompanyId(jdbc.sql("SELECT company_for(:user, :wanted::uuid)")
                .param("user", user)
                .param("wanted", wanted == null ? null : wanted.value())
                .query(UUID.class)
                .single());
    }

    void open(UUID session, UUID user, CompanyId company, RefreshToken token) {
        jdbc.sql("""
                        SELECT session_begin(:session, :user, :company, :token, :seconds * interval '1 second',
                                             :address, :device)""")
                .param("session", session)
                .param("user", user)
                .param("company", company.value())
                .param("token", token.hash())
                .param("seconds", properties.refreshLifetime().toSeconds())
                .param("address", address())
                .param("device", Origin.current().device(), Types.VARCHAR)
                .query((row, index) -> session)
                .single();
    }

    Optional<Renewal> renew(RefreshToken token, RefreshToken next) {
        return jdbc.sql("""
                        SELECT outcome, session_id, user_id, username, must_change_password, company_id
                        FROM session_renew(:token, :next, :seconds * interval '1 second')""")
                .param("token", token.hash())
                .param("next", next.hash())
                .param("seconds", properties.refreshLifetime().toSeconds())
                .query(Sessions::renewal)
                .optional();
    }

    boolean choose(UUID session, UUID user, CompanyId company) {
        return jdbc.sql("SELECT session_choose(:session, :user, :company)")
                .param("session", session)
                .param("user", user)
                .param("company", company.value())
                .query(Boolean.class)
                .single();
    }

    void end(UUID session, UUID user) {
        jdbc.sql("SELECT session_end(:session, :user)")
                .param("session", session)
                .param("user", user)
                .query((row, index) -> session)
                .single();
    }

    private static Renewal renewal(ResultSet row, int index) throws SQLException {
        return new Renewal(
                row.getString("outcome"),
                row.getObject("session_id", UUID.class),
                new PasswordProof.Person(
                        row.getObject("user_id", UUID.class),
                        row.getString("username"),
                        row.getBoolean("must_change_password")),
                new CompanyId(row.getObject("company_id", UUID.class)));
    }

    private static String address() {
        String address = Origin.current().address();
        return address == null ? "inside" : address;
    }
}
