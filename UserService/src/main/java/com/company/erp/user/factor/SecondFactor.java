package com.company.erp.user.factor;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordProof;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The acting user's own second factor. It is begun and removed with the password, since a session that was left open
 * must not be enough to shut its owner out.
 */
@Door
public class SecondFactor {

    private static final String OWN = "Everybody may have a second factor.";

    private final Factors factors;
    private final SecretBox box;
    private final PasswordProof proof;
    private final RecoveryBook recovery;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SecondFactor(
            Factors factors,
            SecretBox box,
            PasswordProof proof,
            RecoveryBook recovery,
            JdbcClient jdbc,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.factors = factors;
        this.box = box;
        this.proof = proof;
        this.recovery = recovery;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Row(byte[] secret, @Nullable OffsetDateTime confirmedAt) {}

    /** Whether sign-in asks for a code, and how many recovery codes are left. */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Transactional(readOnly = true)
    public FactorStatus read() {
        Row row = row();
        OffsetDateTime since = row == null ? null : row.confirmedAt;
        boolean isAsked = jdbc.sql("SELECT has_factor(:user)")
                .param("user", user())
                .query(Boolean.class)
                .single();
        return new FactorStatus(isAsked, since == null ? null : since.toInstant(), recovery.left());
    }

    /**
     * Makes a secret for the app. Sign-in asks for codes only once one was confirmed; until then a new beginning takes
     * the place of the last.
     *
     * @throws InvalidInput password.wrong
     * @throws TooManyAttempts sign_in.slowed
     * @throws RuleViolation second_factor.active
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses({"password.wrong", "sign_in.slowed", "second_factor.active"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public FactorSetup begin(String currentPassword) {
        UUID attempt = proof.requireOwn(currentPassword);
        Totp totp = Totp.random();
        return within(() -> {
            proof.succeed(attempt);
            Row row = row();
            if (row != null && row.confirmedAt != null) {
                throw new RuleViolation("second_factor.active", "You have a second factor; remove it first.");
            }
            jdbc.sql("""
                            INSERT INTO second_factors (user_id, secret) VALUES (:user, :secret)
                            ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, made_at = now()""")
                    .param("user", user())
                    .param("secret", box.close(user(), totp.secret()))
                    .update();
            return FactorSetup.of(Scope.actor().person().name(), totp.text());
        });
    }

    /**
     * Proves that the app has the secret, and answers new recovery codes, this once. From now on sign-in asks for a
     * code.
     *
     * @throws RuleViolation second_factor.not_begun
     * @throws InvalidInput second_factor.code
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses({"second_factor.not_begun", "second_factor.code"})
    public RecoveryCodes confirm(String code) {
        Row row = row();
        byte[] secret = row == null || row.confirmedAt != null ? null : box.open(user(), row.secret);
        if (secret == null) throw new RuleViolation("second_factor.not_begun", "Begin a second factor first.");
        long step = new Totp(secret).stepOf(code.replace(" ", ""), factors.now());
        if (step == Totp.NEVER) throw wrongCode();
        jdbc.sql("UPDATE second_factors SET confirmed_at = now(), last_step = :step WHERE user_id = :user")
                .param("step", step)
                .param("user", user())
                .update();
        note("add-second-factor");
        return recovery.renew();
    }

    /**
     * Takes the second factor away, with the password and a code or recovery code.
     *
     * @throws InvalidInput password.wrong, second_factor.code
     * @throws TooManyAttempts sign_in.slowed
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses({"password.wrong", "second_factor.code", "sign_in.slowed"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public FactorStatus remove(String currentPassword, String code) {
        UUID attempt = proof.requireOwn(currentPassword);
        return within(() -> {
            if (!factors.proves(attempt, code)) throw wrongCode();
            proof.succeed(attempt);
            jdbc.sql("DELETE FROM second_factors WHERE user_id = :user")
                    .param("user", user())
                    .update();
            recovery.closeWithLastFactor();
            note("remove-second-factor");
            return read();
        });
    }

    private @Nullable Row row() {
        return jdbc.sql("SELECT secret, confirmed_at FROM second_factors WHERE user_id = :user")
                .param("user", user())
                .query((row, index) ->
                        new Row(row.getBytes("secret"), row.getObject("confirmed_at", OffsetDateTime.class)))
                .optional()
                .orElse(null);
    }

    private static UUID user() {
        return Scope.actor().person().id().value();
    }

    private void note(String action) {
        audit.record(new DocumentRef("user", user()), action, Map.of());
    }

    private static InvalidInput wrongCode() {
        return new InvalidInput("code", "second_factor.code", "The code is wrong, too old or was used already.");
    }

    private <T> T within(Supplier<T> work) {
        T answer = transaction.execute(status -> work.get());
        if (answer == null) throw new IllegalStateException("Every step answers something.");
        return answer;
    }
}
