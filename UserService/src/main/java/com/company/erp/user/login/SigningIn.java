package com.company.erp.user.login;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.kernel.UserId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordProof;
import com.company.erp.user.account.Passwords;
import com.company.erp.user.account.Users;
import com.company.erp.user.factor.CodeProof;
import com.company.erp.user.link.Links;
import com.company.erp.user.passkey.Origin;
import com.company.erp.user.passkey.PasskeyProof;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in, staying so and leaving. Passwords are compared outside transactions, since that takes long by design: an
 * attempt is written down first, in a transaction of its own, and its success in another.
 */
@Door
public class SigningIn {

    private final Sessions sessions;
    private final Users users;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final CodeProof codes;
    private final PasskeyProof passkeys;
    private final SessionProofs proofs;
    private final Links links;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    SigningIn(
            Sessions sessions,
            Users users,
            Passwords passwords,
            PasswordProof proof,
            CodeProof codes,
            PasskeyProof passkeys,
            SessionProofs proofs,
            Links links,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.sessions = sessions;
        this.users = users;
        this.passwords = passwords;
        this.proof = proof;
        this.codes = codes;
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.links = links;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins a session for whoever knows the password, in the company asked for or else the first by name. Who has a
     * second factor brings a code, too. A wrong password and an unknown user are told alike, after the same time.
     *
     * @throws Unauthenticated sign_in.refused, sign_in.code_needed, sign_in.code_wrong
     * @throws TooManyAttempts sign_in.slowed
     * @throws NotFound company.unknown
     */
    @NeedsNothing(because = "Nobody has permissions before signing in.")
    @Refuses({"sign_in.refused", "sign_in.code_needed", "sign_in.code_wrong", "sign_in.slowed", "company.unknown"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedIn login(String username, String password, @Nullable String code, @Nullable CompanyId company) {
        UUID attempt = Uuid7.next();
        if (!proof.proves(attempt, username, password)) {
            throw new Unauthenticated("sign_in.refused", "The user name or the password is wrong.");
        }
        codes.require(attempt, code);
        return within(() -> begin(proof.succeed(attempt), company));
    }

    /**
     * Begins a session for whoever has signed with a passkey: it takes the place of both password and code.
     *
     * @throws Unauthenticated passkey.refused
     * @throws TooManyAttempts sign_in.slowed
     */
    @NeedsNothing(because = "Nobody has permissions before signing in.")
    @Refuses({"passkey.refused", "sign_in.slowed"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedIn loginByPasskey(String challenge, String answer, Origin page) {
        UUID attempt = passkeys.require(null, challenge, answer, page);
        return within(() -> begin(proof.succeed(attempt), null));
    }

    /**
     * Exchanges a refresh token for the next pair. Each is good once: a second use ends the session, for whoever of the
     * two was the thief, and a letter tells its owner.
     *
     * @throws Unauthenticated session.revoked
     */
    @NeedsNothing(because = "The refresh token is the proof.")
    @Refuses("session.revoked")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedIn refresh(String token) {
        RefreshToken next = RefreshToken.random();
        var answered = within(() -> sessions.renew(new RefreshToken(token), next));
        answered.filter(answer -> answer.outcome().equals("REUSED"))
                .ifPresent(answer -> links.warnOfReuse(answer.sessionId()));
        var renewal = answered.filter(answer -> answer.outcome().equals("RENEWED"))
                .orElseThrow(() -> new Unauthenticated("session.revoked", "The session has ended; sign in again."));
        return within(() -> signedIn(renewal.person(), renewal.company(), renewal.sessionId(), next));
    }

    /** Ends the session: its tokens are refused from the next request on. */
    @NeedsNothing(because = "Everybody may leave.", beforeFactor = true)
    public void logout() {
        Actor actor = Scope.actor().oneself();
        sessions.end(actor.session(), actor.user().value());
        audit.record(new DocumentRef("user", actor.user()), "sign-out", Map.of());
    }

    /** Who is signed in, for which company, what he may do there, and to which others he could switch. */
    @NeedsNothing(because = "Everybody may know himself.", beforeFactor = true)
    @Transactional(readOnly = true)
    public Me me() {
        Actor actor = Scope.actor();
        var user = users.self();
        return new Me(
                actor.person().id(),
                user.username(),
                user.name(),
                SessionProofs.chosen(actor.company()),
                Scope.permissions().stream().sorted().toList(),
                users.companies(),
                user.mustChangePassword(),
                Scope.lacksFactor(),
                actor.standIn() == null ? null : new Me.Absent(actor.user(), actor.name()));
    }

    /** The companies that the user belongs to, by name. */
    @NeedsNothing(because = "Membership itself is the right to know of a company.", beforeFactor = true)
    @Transactional(readOnly = true)
    public List<Users.CompanyOfUser> companies() {
        return users.companies();
    }

    /**
     * One of the companies that the user belongs to.
     *
     * @throws NotFound company.unknown
     */
    @NeedsNothing(because = "Membership itself is the right to know of a company.", beforeFactor = true)
    @Refuses("company.unknown")
    @Transactional(readOnly = true)
    public Users.CompanyOfUser company(CompanyId id) {
        return users.companies().stream()
                .filter(company -> company.id().equals(id))
                .findFirst()
                .orElseThrow(SigningIn::unknownCompany);
    }

    /**
     * Goes on in another company; the token of the old one stays good there until it expires.
     *
     * @throws NotFound company.unknown
     */
    @NeedsNothing(because = "Membership itself is the right to be in a company.", beforeFactor = true)
    @Refuses("company.unknown")
    public SignedIn switchTo(CompanyId company) {
        Actor actor = Scope.actor().oneself();
        if (!sessions.choose(actor.session(), actor.user().value(), company)) throw unknownCompany();
        return proofs.of(actor.in(company), users.self().mustChangePassword(), null);
    }

    /**
     * Chooses a new password, ends every session of the user and begins a new one here.
     *
     * @throws InvalidInput password.wrong, password.weak
     * @throws RuleViolation password.elsewhere
     * @throws TooManyAttempts sign_in.slowed
     */
    @NeedsNothing(because = "Everybody may change the own password, and some must.")
    @Refuses({"password.wrong", "password.weak", "password.elsewhere", "sign_in.slowed"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public SignedIn password(String current, String wanted) {
        Actor actor = Scope.actor().oneself();
        proof.requireKeptHere();
        passwords.check(wanted, actor.name());
        UUID attempt = proof.requireOwn(current);
        if (wanted.equals(current)) {
            throw new InvalidInput("newPassword", "password.weak", "The new password is the old one.");
        }
        String hash = passwords.hash(wanted);
        return within(() -> {
            var person = proof.succeed(attempt);
            users.changeOwnPassword(hash);
            audit.record(new DocumentRef("user", actor.user()), "change-password", Map.of());
            boolean homeless = actor.company().equals(Scope.NO_COMPANY);
            return begin(
                    new PasswordProof.Person(person.userId(), person.username(), false),
                    homeless ? null : actor.company());
        });
    }

    private SignedIn begin(PasswordProof.Person person, @Nullable CompanyId wanted) {
        CompanyId company = sessions.companyFor(person.userId(), wanted);
        if (wanted != null && !wanted.equals(company)) throw unknownCompany();
        UUID session = Uuid7.next();
        RefreshToken token = RefreshToken.random();
        sessions.open(session, person.userId(), company, token);
        return signedIn(person, company, session, token);
    }

    private SignedIn signedIn(PasswordProof.Person person, CompanyId company, UUID session, RefreshToken token) {
        var actor = Actor.user(new UserId(person.userId()), company, person.username(), session);
        return proofs.of(actor, person.mustChangePassword(), token);
    }

    private static NotFound unknownCompany() {
        return new NotFound("company.unknown", "You belong to no such company.");
    }

    private <T> T within(Supplier<T> work) {
        T answer = transaction.execute(status -> work.get());
        if (answer == null) throw new IllegalStateException("Every step answers something.");
        return answer;
    }
}
