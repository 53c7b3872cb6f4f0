package com.company.erp.user.factor;

import com.company.erp.kernel.Actor;
import com.company.erp.user.account.SignInAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signing in asks of the second factor, for an attempt whose password was right. Each code is good once. */
@Component
public class Factors {

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Factors(JdbcClient jdbc, SecretBox box, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.events = events;
        this.clock = clock;
    }

    /** Whether whoever makes the attempt has a second factor. */
    public boolean isNeeded(UUID attempt) {
        return jdbc.sql("SELECT factor_needed(:attempt)")
                .param("attempt", attempt)
                .query(Boolean.class)
                .single();
    }

    /** Whether the code of the app, or a recovery code, is right and was not used before. */
    public boolean proves(UUID attempt, String code) {
        boolean isRight = isRight(attempt, code);
        if (!isRight) events.publishEvent(new SignInAttempt(SignInAttempt.Outcome.CODE_WRONG));
        return isRight;
    }

    private boolean isRight(UUID attempt, String code) {
        String plain = code.replace(" ", "");
        if (!CODE.matcher(plain).matches()) return usesRecovery(attempt, new RecoveryCode(plain));
        Found found = find(attempt);
        if (found == null) return false;
        byte[] secret = box.open(found.userId, found.secret);
        long step = secret == null ? Totp.NEVER : new Totp(secret).stepOf(plain, now());
        return step != Totp.NEVER && uses(attempt, step);
    }

    /** Whether the company acted for asks a second factor of the person, who has none. */
    public boolean isLackedBy(Actor actor) {
        return jdbc.sql("SELECT lacks_factor(:company, :user, '{}')")
                .param("company", actor.company().value())
                .param("user", actor.person().id().value())
                .query(Boolean.class)
                .single();
    }

    Instant now() {
        return clock.instant();
    }

    private record Found(UUID userId, byte[] secret) {}

    private @Nullable Found find(UUID attempt) {
        return jdbc.sql("SELECT user_id, secret FROM factor_of(:attempt)")
                .param("attempt", attempt)
                .query((row, index) -> new Found(row.getObject("user_id", UUID.class), row.getBytes("secret")))
                .optional()
                .orElse(null);
    }

    private boolean uses(UUID attempt, long step) {
        return jdbc.sql("SELECT factor_use(:attempt, :step)")
                .param("attempt", attempt)
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    private boolean usesRecovery(UUID attempt, RecoveryCode code) {
        return jdbc.sql("SELECT recovery_use(:attempt, :hash)")
                .param("attempt", attempt)
                .param("hash", code.hash())
                .query(Boolean.class)
                .single();
    }
}
