package com.company.erp.user.passkey;

import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.user.account.PasswordProof;
import com.company.erp.user.account.SignInAttempt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A passkey as a proof, in place of password and code: an attempt of its owner, written down and slowed as any other.
 * Call it outside transactions.
 */
@Component
public class PasskeyProof {

    private final Ceremony ceremony;
    private final PasswordProof proof;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PasskeyProof(
            Ceremony ceremony,
            PasswordProof proof,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.ceremony = ceremony;
        this.proof = proof;
        this.events = events;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Owned(UUID userId, String username, Ceremony.Kept kept) {}

    /**
     * That the answer is signed by a passkey of the user, or of anybody when none is named; answers the attempt.
     *
     * @param challenge of what the browser was asked
     * @param answer of {@code navigator.credentials.get}, as JSON
     * @throws Unauthenticated passkey.refused
     * @throws TooManyAttempts sign_in.slowed
     */
    public UUID require(@Nullable UUID user, String challenge, String answer, Origin page) {
        try {
            return proved(user, challenge, answer, page);
        } catch (Unauthenticated e) {
            events.publishEvent(new SignInAttempt(SignInAttempt.Outcome.REFUSED));
            throw e;
        }
    }

    private UUID proved(@Nullable UUID user, String challenge, String answer, Origin page) {
        Ceremony.Signed signed = ceremony.signed(answer);
        Owned owned = transaction.execute(status -> find(signed.id()));
        if (owned == null || user != null && !user.equals(owned.userId)) throw Ceremony.refused();
        UUID attempt = proof.begin(owned.username);
        long signatures = ceremony.verify(signed, owned.kept, challenge, page);
        Boolean used = transaction.execute(status -> uses(attempt, signed.id(), signatures));
        if (!Boolean.TRUE.equals(used)) throw Ceremony.refused();
        return attempt;
    }

    private @Nullable Owned find(byte[] credential) {
        return jdbc.sql("SELECT user_id, username, attestation, signature_count FROM passkey_of(:credential)")
                .param("credential", credential)
                .query((row, index) -> new Owned(
                        row.getObject("user_id", UUID.class),
                        row.getString("username"),
                        new Ceremony.Kept(credential, row.getBytes("attestation"), row.getLong("signature_count"))))
                .optional()
                .orElse(null);
    }

    private boolean uses(UUID attempt, byte[] credential, long signatures) {
        return jdbc.sql("SELECT passkey_use(:attempt, :credential, :signatures)")
                .param("attempt", attempt)
                .param("credential", credential)
                .param("signatures", signatures)
                .query(Boolean.class)
                .single();
    }
}
