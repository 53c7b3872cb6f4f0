package com.company.erp.user.stepup;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordProof;
import com.company.erp.user.factor.Factors;
import com.company.erp.user.factor.SecondFactor;
import com.company.erp.user.passkey.Origin;
import com.company.erp.user.passkey.PasskeyProof;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Proving anew that it is oneself, before what a thief of an open session would do first. */
@Door
public class SteppingUp {

    private final SecondFactor factor;
    private final Factors factors;
    private final PasskeyProof passkeys;
    private final PasswordProof proof;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SteppingUp(
            SecondFactor factor,
            Factors factors,
            PasskeyProof passkeys,
            PasswordProof proof,
            AuditLog audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.factor = factor;
        this.factors = factors;
        this.passkeys = passkeys;
        this.proof = proof;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes the session fresh for some minutes. Who has a second factor proves it by a code, who has none by the
     * password; a wrong one counts as a failed sign-in.
     *
     * @throws InvalidInput step_up.code, step_up.password, second_factor.code, password.wrong
     * @throws TooManyAttempts sign_in.slowed
     */
    @NeedsNothing(because = "Everybody may prove that it is he.")
    @Refuses({"step_up.code", "step_up.password", "second_factor.code", "password.wrong", "sign_in.slowed"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void stepUp(@Nullable String currentPassword, @Nullable String code) {
        prove(factor.read().active() ? byCode(code) : byPassword(currentPassword));
    }

    /**
     * Makes the session fresh for some minutes by a passkey.
     *
     * @throws Unauthenticated passkey.refused
     * @throws TooManyAttempts sign_in.slowed
     */
    @NeedsNothing(because = "Everybody may prove that it is he.")
    @Refuses({"passkey.refused", "sign_in.slowed"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void stepUpByPasskey(String challenge, String answer, Origin page) {
        prove(passkeys.require(Scope.actor().person().id().value(), challenge, answer, page));
    }

    private void prove(UUID attempt) {
        transaction.executeWithoutResult(status -> {
            proof.succeed(attempt);
            jdbc.sql("SELECT session_prove(:session)")
                    .param("session", Scope.actor().session())
                    .query((row, index) -> attempt)
                    .single();
            audit.record(new DocumentRef("user", Scope.actor().person().id()), "step-up", Map.of());
        });
    }

    private UUID byCode(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw new InvalidInput("code", "step_up.code", "Send a code of your second factor.");
        }
        UUID attempt = proof.begin();
        if (Boolean.TRUE.equals(transaction.execute(status -> factors.proves(attempt, code)))) return attempt;
        throw new InvalidInput("code", "second_factor.code", "The code is wrong, too old or was used already.");
    }

    private UUID byPassword(@Nullable String password) {
        if (password == null || password.isBlank()) {
            throw new InvalidInput("currentPassword", "step_up.password", "Send your password.");
        }
        return proof.requireOwn(password);
    }
}
