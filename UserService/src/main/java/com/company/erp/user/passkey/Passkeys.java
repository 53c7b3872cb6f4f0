package com.company.erp.user.passkey;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordProof;
import com.company.erp.user.account.Users;
import com.company.erp.user.factor.RecoveryBook;
import com.company.erp.user.factor.RecoveryCodes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The acting user's own passkeys. They are made and removed with the password, since a session that was left open must
 * not be enough to shut its owner out, or to stay inside for ever.
 */
@Door
public class Passkeys {

    private static final String OWN = "Everybody may have passkeys.";
    private static final int MOST = 20;

    private final Ceremony ceremony;
    private final PasswordProof proof;
    private final Users users;
    private final RecoveryBook recovery;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Passkeys(
            Ceremony ceremony,
            PasswordProof proof,
            Users users,
            RecoveryBook recovery,
            JdbcClient jdbc,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.ceremony = ceremony;
        this.proof = proof;
        this.users = users;
        this.recovery = recovery;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The latest first. */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Transactional(readOnly = true)
    public List<PasskeyView> list() {
        return jdbc.sql("""
                        SELECT id, name, made_at, used_at FROM passkeys WHERE user_id = :user
                        ORDER BY made_at DESC, id""").param("user", user()).query(Passkeys::view).list();
    }

    /**
     * What a device is to be asked to make a passkey. Who is here by a directory makes none: it would let him in when
     * the directory no longer does.
     *
     * @throws InvalidInput password.wrong
     * @throws TooManyAttempts sign_in.slowed
     * @throws RuleViolation passkey.elsewhere, passkey.too_many
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses({"password.wrong", "sign_in.slowed", "passkey.elsewhere", "passkey.too_many"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Question begin(String currentPassword) {
        if (!proof.isKeptHere()) {
            throw new RuleViolation(
                    "passkey.elsewhere", "Your company's directory lets you in: a passkey would lead past it.");
        }
        UUID attempt = proof.requireOwn(currentPassword);
        return within(() -> {
            proof.succeed(attempt);
            Ceremony.Owner owner = owner();
            if (owner.has().size() >= MOST) {
                throw new RuleViolation("passkey.too_many", "You have " + MOST + " passkeys; remove one first.");
            }
            return ceremony.making(owner);
        });
    }

    /**
     * Keeps the passkey that the device has made. Who has no recovery codes gets some, this once.
     *
     * @param challenge of what {@link #begin} asked
     * @param answer of {@code navigator.credentials.create}, as JSON
     * @throws Unauthenticated passkey.refused
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses("passkey.refused")
    public Optional<RecoveryCodes> finish(String challenge, String answer, Origin page, String name) {
        Ceremony.Kept made = ceremony.made(owner(), challenge, answer, page);
        jdbc.sql("""
                        INSERT INTO passkeys (id, user_id, credential_id, attestation, signature_count, name)
                        VALUES (:id, :user, :credential, :attestation, :signatures, :name)""")
                .param("id", Uuid7.next())
                .param("user", user())
                .param("credential", made.credential())
                .param("attestation", made.attestation())
                .param("signatures", made.signatures())
                .param("name", name.strip())
                .update();
        note("add-passkey", name.strip());
        return recovery.isEmpty() ? Optional.of(recovery.renew()) : Optional.empty();
    }

    /** @throws NotFound passkey.unknown */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses("passkey.unknown")
    public void rename(PasskeyId id, String name) {
        int renamed = jdbc.sql("UPDATE passkeys SET name = :name WHERE id = :id AND user_id = :user")
                .param("name", name.strip())
                .param("id", id.value())
                .param("user", user())
                .update();
        if (renamed == 0) throw unknown();
        note("rename-passkey", name.strip());
    }

    /**
     * Takes a passkey away. With the last factor the recovery codes go, too.
     *
     * @throws InvalidInput password.wrong
     * @throws TooManyAttempts sign_in.slowed
     * @throws NotFound passkey.unknown
     */
    @NeedsNothing(because = OWN, beforeFactor = true)
    @Refuses({"password.wrong", "sign_in.slowed", "passkey.unknown"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void remove(PasskeyId id, String currentPassword) {
        UUID attempt = proof.requireOwn(currentPassword);
        transaction.executeWithoutResult(status -> {
            proof.succeed(attempt);
            String name = jdbc.sql("DELETE FROM passkeys WHERE id = :id AND user_id = :user RETURNING name")
                    .param("id", id.value())
                    .param("user", user())
                    .query(String.class)
                    .optional()
                    .orElseThrow(Passkeys::unknown);
            recovery.closeWithLastFactor();
            note("remove-passkey", name);
        });
    }

    /** What a browser is to be asked to sign with whatever passkey its owner chooses. */
    @NeedsNothing(because = "Who signs in is nobody yet.", beforeFactor = true)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Question ask() {
        return ceremony.signing();
    }

    private Ceremony.Owner owner() {
        Users.User self = users.self();
        List<byte[]> has = jdbc.sql("SELECT credential_id FROM passkeys WHERE user_id = :user ORDER BY id")
                .param("user", user())
                .query((row, index) -> row.getBytes(1))
                .list();
        return new Ceremony.Owner(self.id(), self.username(), self.name(), has);
    }

    private static PasskeyView view(ResultSet row, int index) throws SQLException {
        OffsetDateTime usedAt = row.getObject("used_at", OffsetDateTime.class);
        return new PasskeyView(
                new PasskeyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                usedAt == null ? null : usedAt.toInstant());
    }

    private void note(String action, String name) {
        audit.record(new DocumentRef("user", user()), action, Map.of("name", AuditLog.personal(name)));
    }

    private static NotFound unknown() {
        return new NotFound("passkey.unknown", "You have no such passkey.");
    }

    private static UUID user() {
        return Scope.actor().person().id().value();
    }

    private <T> T within(Supplier<T> work) {
        T answer = transaction.execute(status -> work.get());
        if (answer == null) throw new IllegalStateException("Every step answers something.");
        return answer;
    }
}
