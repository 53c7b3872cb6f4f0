package com.company.erp.user.signin;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Shows who signed in, or tried to, with the user name of a member of the actor's company. */
@Door
public class SignIns {

    private final JdbcClient jdbc;

    SignIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The attempts, the latest first; of a member only those since he joined and until he left. */
    @Needs("sign_in.read")
    @Transactional(readOnly = true)
    public Page<SignInRow> list(SignInFilter filter, Paging paging) {
        return query(filter).page(jdbc, paging, "-at", SignIns::row);
    }

    /** Hands over all such attempts, the first first, within its transaction. */
    @Needs("sign_in.read")
    @Transactional(readOnly = true)
    public void export(SignInFilter filter, Consumer<Stream<SignInRow>> taker) {
        try (Stream<SignInRow> rows = query(filter).stream(jdbc, "at", SignIns::row)) {
            taker.accept(rows);
        }
    }

    private static KeysetQuery query(SignInFilter filter) {
        return KeysetQuery.of("s.id, s.at, s.user_id, s.username, s.name, s.address, s.outcome", "company_sign_ins s")
                .filter(
                        "s.user_id = :user",
                        "user",
                        filter.user() == null ? null : filter.user().value())
                .filter("s.outcome = :outcome", "outcome", filter.outcome())
                .filter("s.address = :address", "address", filter.address())
                .filter(
                        "s.at >= :from",
                        "from",
                        filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC))
                .filter(
                        "s.at < :to",
                        "to",
                        filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC))
                .sort("at", "s.at", "timestamptz");
    }

    private static SignInRow row(ResultSet row, int index) throws SQLException {
        return new SignInRow(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("username"),
                row.getString("name"),
                row.getString("address"),
                SignInOutcome.valueOf(row.getString("outcome")));
    }
}
