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
import com.company.erp.user.provider.ProviderSettings;
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
    Actor bySignIn(ProviderSettings settings, Assertion said, Duration lifetime) {
        return in(settings, () -> {
            UserId user = proved.of(settings, said);
            UUID session = Uuid7.next();
            begun(
                            settings,
                            user,
                            said.seenAt(),
                            jdbc.sql("""
                            SELECT session_begin_by_provider(:session, :user, :company, :seconds * interval '1 second',
                                                             :address, :device, :provider, :seen)""").param("session", session).param("seconds", lifetime.toSeconds()))
                    .query((row, index) -> true)
                    .single();
            note(settings, user);
            return actor(settings, user, session);
        });
    }

    /**
     * By a token of the provider.
     *
     * @param key the same for all tokens of one signing-in there
     * @throws Unauthenticated session.revoked when that signing-in was ended here; else as {@link ProvedUsers#of} does
     */
    Actor byToken(ProviderSettings settings, Assertion said, byte[] key, Instant until) {
        return in(settings, () -> {
            UserId user = proved.of(settings, said);
            UUID offered = Uuid7.next();
            UUID session = begun(
                            settings,
                            user,
                            said.seenAt(),
                            jdbc.sql("""
                            SELECT session FROM session_of_token(:session, :user, :company, :key, :until, :address,
                                                                 :device, :provider, :seen)""")
                                    .param("session", offered)
                                    .param("key", key)
                                    .param("until", until.atOffset(ZoneOffset.UTC)))
                    .query(UUID.class)
                    .optional()
                    .orElseThrow(() -> new Unauthenticated("session.revoked", "The session was ended here."));
            if (session.equals(offered)) note(settings, user);
            return actor(settings, user, session);
        });
    }

    private static JdbcClient.StatementSpec begun(
            ProviderSettings settings, UserId user, @Nullable Instant seenAt, JdbcClient.StatementSpec statement) {
        return statement
                .param("user", user.value())
                .param("company", settings.company().value())
                .param("address", address())
                .param("device", Origin.current().device(), Types.VARCHAR)
                .param("provider", settings.provider().id().value())
                .param("seen", seenAt == null ? null : seenAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private void note(ProviderSettings settings, UserId user) {
        jdbc.sql("SELECT sign_in_by_provider(:attempt, :user, :address)")
                .param("attempt", Uuid7.next())
                .param("user", user.value())
                .param("address", address())
                .query((row, index) -> true)
                .single();
        String provider = settings.provider().id().value().toString();
        audit.record(new DocumentRef("user", user), "sign-in", Map.of("provider", provider));
        events.publishEvent(new SignInAttempt(Outcome.SUCCEEDED));
    }

    private static String address() {
        return Objects.requireNonNullElse(Origin.current().address(), "inside");
    }

    private Actor actor(ProviderSettings settings, UserId user, UUID session) {
        return Actor.user(user, settings.company(), users.get(user).username(), session);
    }

    private Actor in(ProviderSettings settings, Supplier<Actor> entering) {
        var inside = Actor.system(settings.company(), settings.provider().name());
        return Scope.get(inside, () -> {
            try {
                Actor actor = transaction.execute(status -> entering.get());
                if (actor == null) throw new IllegalStateException("Whoever is let in is somebody.");
                return actor;
            } catch (Unauthenticated e) {
                transaction.executeWithoutResult(status -> noteRefusal(settings, e));
                throw e;
            }
        });
    }

    private void noteRefusal(ProviderSettings settings, Unauthenticated e) {
        var provider = new DocumentRef("identity_provider", settings.provider().id());
        audit.record(provider, "refuse-sign-in", Map.of("because", e.code()));
        events.publishEvent(new SignInAttempt(Outcome.REFUSED));
    }
}
