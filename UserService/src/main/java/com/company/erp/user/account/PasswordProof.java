package com.company.erp.user.account;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.audit.Origin;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.SignInAttempt.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The password as a proof: an attempt is written down as failed first, in a transaction of its own, since the
 * comparison takes long by design; whoever asked then tells how it ended. Call it outside transactions.
 */
@Component
public class PasswordProof {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final PasswordElsewhere elsewhere;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PasswordProof(
            JdbcClient jdbc,
            Passwords passwords,
            PasswordElsewhere elsewhere,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.elsewhere = elsewhere;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What an attempt meets: a wait, or the hash to compare with, which a user who does not exist has not. */
    private record Attempt(int waitSeconds, @Nullable String passwordHash) {}

    /** Whom a password or a token belongs to. */
    public record Person(UUID userId, String username, boolean mustChangePassword) {}

    /**
     * Whether the password is that user's; the attempt is known by the id given.
     *
     * @throws TooManyAttempts sign_in.slowed
     */
    public boolean proves(UUID attempt, String username, String password) {
        return told(passwords.matches(password, begun(attempt, username).passwordHash()));
    }

    private boolean told(boolean isRight) {
        if (!isRight) tell(Outcome.REFUSED);
        return isRight;
    }

    /**
     * An attempt of the acting user, who brings something else than the password.
     *
     * @throws TooManyAttempts sign_in.slowed
     */
    public UUID begin() {
        return begin(ownName());
    }

    /**
     * An attempt of the user with that name, who brings something else than the password.
     *
     * @throws TooManyAttempts sign_in.slowed
     */
    public UUID begin(String username) {
        UUID attempt = Uuid7.next();
        begun(attempt, username);
        return attempt;
    }

    private Attempt begun(UUID attempt, String username) {
        var begun =
                transaction.execute(status -> begin(attempt, username.strip().toLowerCase(Locale.ROOT)));
        if (begun == null) throw new IllegalStateException("Every attempt is answered.");
        if (begun.waitSeconds() > 0) {
            tell(Outcome.SLOWED);
            throw new TooManyAttempts(
                    "sign_in.slowed",
                    "Too many attempts failed; wait a little.",
                    Duration.ofSeconds(begun.waitSeconds()));
        }
        return begun;
    }

    /** As it is now: it may have changed since the session began. */
    private String ownName() {
        String name = transaction.execute(status -> jdbc.sql("SELECT username FROM users WHERE id = :id")
                .param("id", Scope.actor().person().id().value())
                .query(String.class)
                .single());
        if (name == null) throw new IllegalStateException("Who acts has a name.");
        return name;
    }

    /**
     * That the password is the acting user's, wherever it is kept; answers the attempt.
     *
     * @throws InvalidInput password.wrong
     * @throws TooManyAttempts sign_in.slowed
     */
    public UUID requireOwn(String password) {
        UUID attempt = Uuid7.next();
        var there = elsewhere.own();
        boolean isRight =
                there.isEmpty() ? proves(attempt, ownName(), password) : isRightThere(attempt, there.get(), password);
        if (isRight) return attempt;
        throw new InvalidInput("currentPassword", "password.wrong", "That is not the current password.");
    }

    private boolean isRightThere(UUID attempt, Predicate<String> there, String password) {
        begun(attempt, ownName());
        return told(there.test(password));
    }

    /** Whether this house keeps the acting user's password, and no directory that he signed in by. */
    public boolean isKeptHere() {
        return elsewhere.own().isEmpty();
    }

    /**
     * That this house keeps the acting user's password, so that he can change it here.
     *
     * @throws RuleViolation password.elsewhere
     */
    public void requireKeptHere() {
        if (isKeptHere()) return;
        throw new RuleViolation("password.elsewhere", "Your company's directory keeps your password: change it there.");
    }

    /** Notes that the attempt succeeded, and answers whose it was. */
    public Person succeed(UUID attempt) {
        tell(Outcome.SUCCEEDED);
        return jdbc.sql("SELECT user_id, username, must_change_password FROM sign_in_succeed(:attempt)")
                .param("attempt", attempt)
                .query(Person.class)
                .single();
    }

    /** Notes that the password was right and a code is missing. */
    public void lackCode(UUID attempt) {
        tell(Outcome.CODE_NEEDED);
        jdbc.sql("SELECT sign_in_needs_code(:attempt)")
                .param("attempt", attempt)
                .query((row, index) -> attempt)
                .single();
    }

    private void tell(Outcome outcome) {
        events.publishEvent(new SignInAttempt(outcome));
    }

    private Attempt begin(UUID attempt, String username) {
        String address = Origin.current().address();
        return jdbc.sql("SELECT wait_seconds, password_hash FROM sign_in_begin(:attempt, :username, :address)")
                .param("attempt", attempt)
                .param("username", username)
                .param("address", address == null ? "inside" : address)
                .query(Attempt.class)
                .single();
    }
}
