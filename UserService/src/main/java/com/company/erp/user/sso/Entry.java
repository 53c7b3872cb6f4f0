package com.company.erp.user.sso;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.kernel.UserId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.audit.Origin;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.SignInAttempt;
import com.company.erp.user.account.SignInAttempt.Outcome;
import com.company.erp.user.account.Users;
import com.company.erp.user.provider.Authority;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody into a company whom its provider has proved: finds or makes the account, begins the session, and writes
 * down that he came, or why he was refused. Call it outside transactions.
 */
@Component
class Entry {

    private final ProvedUsers proved;
    private final Users users;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Entry(
            ProvedUsers proved,
            Users users,
            AuditLog audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.proved = proved;
        this.users = users;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * At the browser.
     *
     * @throws Unauthenticated as {@link ProvedUsers#of} does
     */
    Actor bySignIn(Authority authority, Assertion said, Duration lifetime) {
        return in(authority, () -> {
            UserId user = proved.of(authority, said);
            note(authority, user);
            return begin(authority, user, said, lifetime);
        });
    }

    /**
     * By a password, for which an attempt was begun.
     *
     * @throws Unauthenticated sign_in.provider_refused when the attempt was another's; else as {@link ProvedUsers#of}
     *     does
     */
    Actor byPassword(Authority authority, Assertion said, UUID attempt, Duration lifetime) {
        return in(authority, () -> {
            UserId user = proved.of(authority, said);
            boolean isHis = jdbc.sql("SELECT sign_in_by_directory(:attempt, :offered, :user)")
                    .param("attempt", attempt)
                    .param("offered", Uuid7.next())
                    .param("user", user.value())
                    .query(Boolean.class)
                    .single();
            if (!isHis) throw new Unauthenticated("sign_in.provider_refused", "The account was changed meanwhile.");
            told(authority, user);
            return begin(authority, user, said, lifetime);
        });
    }

    /** Notes that somebody was not let in, and why. */
    void refuse(Authority authority, Unauthenticated because) {
        Scope.run(inside(authority), () -> transaction.executeWithoutResult(status -> noteRefusal(authority, because)));
    }

    private Actor begin(Authority authority, UserId user, Assertion said, Duration lifetime) {
        UUID session = Uuid7.next();
        var statement = jdbc.sql("""
            SELECT session_begin_by_provider(:session, :user, :company, :seconds * interval '1 second',
                                             :address, :device, :provider, :seen)\
            """).param("session", session).param("seconds", lifetime.toSeconds());
        begun(authority, user, said.seenAt(), statement)
                .query((row, index) -> true)
                .single();
        return actor(authority, user, session);
    }

    /**
     * By a token of the provider.
     *
     * @param key the same for all tokens of one signing-in there
     * @throws Unauthenticated session.revoked when that signing-in was ended here; else as {@link ProvedUsers#of} does
     */
    Actor byToken(Authority authority, Assertion said, byte[] key, Instant until) {
        return in(authority, () -> {
            UserId user = proved.of(authority, said);
            UUID offered = Uuid7.next();
            UUID session = begun(
                            authority,
                            user,
                            said.seenAt(),
                            jdbc.sql("""
                                SELECT session FROM session_of_token(:session, :user, :company, :key, :until, :address,
                                                                     :device, :provider, :seen)\
                                """)
                                    .param("session", offered)
                                    .param("key", key)
                                    .param("until", until.atOffset(ZoneOffset.UTC)))
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(() -> new Unauthenticated("session.revoked", "The session was ended here."));
            if (session.equals(offered)) note(authority, user);
            return actor(authority, user, session);
        });
    }

    private static JdbcClient.StatementSpec begun(
            Authority authority, UserId user, @Nullable Instant seenAt, JdbcClient.StatementSpec statement) {
        return statement
                .param("user", user.value())
                .param("company", authority.company().value())
                .param("address", address())
                .param("device", Origin.current().device(), Types.VARCHAR)
                .param("provider", authority.id().value())
                .param("seen", seenAt == null ? null : seenAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private void note(Authority authority, UserId user) {
        jdbc.sql("SELECT sign_in_by_provider(:attempt, :user, :address)")
                .param("attempt", Uuid7.next())
                .param("user", user.value())
                .param("address", address())
                .query((row, index) -> true)
                .single();
        told(authority, user);
    }

    private void told(Authority authority, UserId user) {
        String provider = authority.id().value().toString();
        audit.record(new DocumentRef("user", user), "sign-in", Map.of("provider", provider));
        events.publishEvent(new SignInAttempt(Outcome.SUCCEEDED));
    }

    private static String address() {
        return Objects.requireNonNullElse(Origin.current().address(), "inside");
    }

    private Actor actor(Authority authority, UserId user, UUID session) {
        return Actor.user(user, authority.company(), users.get(user).username(), session);
    }

    private static Actor inside(Authority authority) {
        return Actor.system(authority.company(), authority.name());
    }

    private Actor in(Authority authority, Supplier<Actor> entering) {
        return Scope.get(inside(authority), () -> {
            try {
                Actor actor = transaction.execute(status -> entering.get());
                if (actor == null) throw new IllegalStateException("Whoever is let in is somebody.");
                return actor;
            } catch (Unauthenticated e) {
                transaction.executeWithoutResult(status -> noteRefusal(authority, e));
                throw e;
            }
        });
    }

    private void noteRefusal(Authority authority, Unauthenticated e) {
        audit.record(authority.ref(), "refuse-sign-in", Map.of("because", e.code()));
        events.publishEvent(new SignInAttempt(Outcome.REFUSED));
    }
}
