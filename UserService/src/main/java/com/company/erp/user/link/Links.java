package com.company.erp.user.link;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.TooManyAttempts;
import com.company.erp.kernel.UserId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.letter.Letters;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordProof;
import com.company.erp.user.account.Passwords;
import com.company.erp.user.account.Users;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Passwords and addresses by links in letters. */
@Door
@EnableConfigurationProperties(LinkProperties.class)
public class Links {

    private static final String LINK = "The link is the proof, which only the owner of the address has.";

    private final Letters letters;
    private final LinkProperties properties;
    private final Users users;
    private final CompanyRegister companies;
    private final Passwords passwords;
    private final PasswordProof proof;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Links(
            Letters letters,
            LinkProperties properties,
            Users users,
            CompanyRegister companies,
            Passwords passwords,
            PasswordProof proof,
            AuditLog audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.properties = properties;
        this.users = users;
        this.companies = companies;
        this.passwords = passwords;
        this.proof = proof;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Forgetful(UUID userId, String username, String email, UUID companyId) {}

    /**
     * Sends a link to choose another password to whoever has the user name, if there is such a user and a mail server
     * that would carry it. The answer is the same in any case and comes before anything is looked up.
     */
    @NeedsNothing(because = "Who forgot his password cannot sign in.")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void forgot(String username, @Nullable String language) {
        String wanted = username.strip().toLowerCase(Locale.ROOT);
        Thread.ofVirtual().name("forgotten password").start(() -> send(wanted, language));
    }

    private void send(String username, @Nullable String language) {
        List<Forgetful> found =
                within(() -> jdbc.sql("SELECT user_id, username, email, company_id FROM who_forgot(:username)")
                        .param("username", username)
                        .query(Forgetful.class)
                        .list());
        for (Forgetful one : found) {
            var house = Actor.system(new CompanyId(one.companyId), "forgotten password");
            if (Scope.get(house, () -> within(() -> send(one, language)))) return;
        }
    }

    private boolean send(Forgetful one, @Nullable String language) {
        if (!areSent()) return false;
        LinkToken token = LinkToken.random();
        if (!make(token, one.userId, properties.resetLifetime().toSeconds())) return true;
        var user = new UserId(one.userId);
        letters.send(LetterTexts.letter(user, "forgot", language, one.email, one.username, address("/welcome", token)));
        audit.record(new DocumentRef("user", user), "send-password-link", Map.of());
        return true;
    }

    private boolean make(LinkToken token, UUID user, long seconds) {
        return jdbc.sql("SELECT password_link(:link, :user, :seconds * interval '1 second')")
                .param("link", token.hash())
                .param("user", user)
                .param("seconds", seconds)
                .query(Boolean.class)
                .single();
    }

    private boolean areSent() {
        return !properties.address().isEmpty() && letters.areCarried();
    }

    private String address(String page, LinkToken token) {
        return properties.address() + page + "?token=" + token.text();
    }

    /**
     * Sends an invitation to a user who is new, where the company has a mail server and the house knows its address.
     *
     * @return whether it is on its way; else he has to be told a one-time password
     */
    @NeedsNothing(because = "Called by the inviting, who has the permission for it.")
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean invite(UserId user, String email, @Nullable String language) {
        if (!areSent()) return false;
        LinkToken token = LinkToken.random();
        make(token, user.value(), properties.invitationLifetime().toSeconds());
        String inviting = Scope.actor().name();
        String company = companies.read().name();
        letters.send(
                LetterTexts.letter(user, "invite", language, email, inviting, company, address("/welcome", token)));
        return true;
    }

    /**
     * Chooses a password by a link, which is used up, and ends all sessions. A second factor stays.
     *
     * @throws InvalidInput link.used, password.weak
     */
    @NeedsNothing(because = LINK)
    @Refuses({"link.used", "password.weak"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void choosePassword(String token, String wanted) {
        byte[] link = new LinkToken(token).hash();
        Owner owner = within(() -> jdbc.sql("SELECT user_id, username FROM password_link_of(:link)")
                        .param("link", link)
                        .query(Owner.class)
                        .optional())
                .orElseThrow(Links::used);
        passwords.check(wanted, owner.username);
        String hash = passwords.hash(wanted);
        boolean done = within(() -> jdbc.sql("SELECT password_link_use(:link, :hash)")
                .param("link", link)
                .param("hash", hash)
                .query(Boolean.class)
                .single());
        if (!done) throw used();
        note(owner.userId, "choose-password");
    }

    private record Owner(UUID userId, String username) {}

    /** In the logs of all companies that he belongs to, since he acts for none of them. */
    private void note(UUID user, String action) {
        List<UUID> companies =
                within(() -> jdbc.sql("SELECT company_id FROM companies_of_user(:user) ORDER BY company_id")
                        .param("user", user)
                        .query(UUID.class)
                        .list());
        for (UUID company : companies) {
            Scope.run(
                    Actor.system(new CompanyId(company), "link in a letter"),
                    () -> transaction.executeWithoutResult(
                            status -> audit.record(new DocumentRef("user", new UserId(user)), action, Map.of())));
        }
    }

    private <T> T within(Supplier<T> work) {
        T answer = transaction.execute(status -> work.get());
        if (answer == null) throw new IllegalStateException("Every step answers something.");
        return answer;
    }

    private static InvalidInput used() {
        return new InvalidInput("token", "link.used", "The link was used already or is too old; ask for another one.");
    }

    /**
     * Begins to change the acting user's e-mail address: a link goes to the new address, and one to the old, and both
     * have to be followed.
     *
     * @throws InvalidInput password.wrong
     * @throws TooManyAttempts sign_in.slowed
     * @throws RuleViolation link.not_sent, when the company has no mail server or the house no address
     */
    @NeedsNothing(because = "Everybody may change the own address.")
    @Refuses({"password.wrong", "sign_in.slowed", "link.not_sent"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void changeEmail(String wanted, String currentPassword, @Nullable String language) {
        UUID attempt = proof.requireOwn(currentPassword);
        String email = wanted.strip().toLowerCase(Locale.ROOT);
        transaction.executeWithoutResult(status -> {
            proof.succeed(attempt);
            if (!areSent()) {
                throw new RuleViolation(
                        "link.not_sent", "Links cannot be sent: there is no mail server, or no address.");
            }
            beginChange(email, language);
        });
    }

    private void beginChange(String email, @Nullable String language) {
        String old = users.emailOfSelf();
        LinkToken oldLink = old == null ? null : LinkToken.random();
        LinkToken newLink = LinkToken.random();
        jdbc.sql("SELECT email_change_begin(:change, :email, :old::bytea, :new, :seconds * interval '1 second')")
                .param("change", Uuid7.next())
                .param("email", email)
                .param("old", oldLink == null ? null : oldLink.hash())
                .param("new", newLink.hash())
                .param("seconds", properties.resetLifetime().toSeconds())
                .query((row, index) -> true)
                .single();
        UserId self = Scope.actor().person().id();
        String username = Scope.actor().person().name();
        if (old != null && oldLink != null) {
            letters.send(LetterTexts.letter(
                    self, "oldEmail", language, old, username, email, address("/confirm-email", oldLink)));
        }
        letters.send(
                LetterTexts.letter(self, "newEmail", language, email, username, address("/confirm-email", newLink)));
        audit.record(new DocumentRef("user", self), "begin-change-email", Map.of("email", AuditLog.personal(email)));
    }

    /**
     * One side of a change of address says yes.
     *
     * @return whether the address is changed now; else the other side has not said so yet
     * @throws InvalidInput link.used
     * @throws RuleViolation username.taken
     */
    @NeedsNothing(because = LINK)
    @Refuses({"link.used", "username.taken"})
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean confirmEmail(String token) {
        Confirmed confirmed = within(() -> jdbc.sql("SELECT outcome, user_id FROM email_change_confirm(:link)")
                        .param("link", new LinkToken(token).hash())
                        .query(Confirmed.class)
                        .optional())
                .orElseThrow(Links::used);
        if (confirmed.outcome.equals("TAKEN")) {
            throw new RuleViolation("username.taken", "Somebody signs in by that address.");
        }
        boolean changed = confirmed.outcome.equals("CHANGED");
        if (changed) note(confirmed.userId, "change-email");
        return changed;
    }

    private record Confirmed(String outcome, UUID userId) {}

    private record Warned(UUID userId, String email, String username, UUID companyId) {}

    /** Warns the owner of a session that was ended because an old token of it came back; nobody else may know. */
    @NeedsNothing(because = "Called where the token was refused.")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void warnOfReuse(UUID session) {
        within(() -> jdbc.sql("SELECT user_id, email, username, company_id FROM owner_of_session(:session)")
                        .param("session", session)
                        .query(Warned.class)
                        .optional())
                .ifPresent(owner -> Scope.run(
                        Actor.system(new CompanyId(owner.companyId), "session warning"),
                        () -> transaction.executeWithoutResult(status -> {
                            if (!letters.areCarried()) return;
                            letters.send(LetterTexts.letter(
                                    new UserId(owner.userId), "reuse", null, owner.email, owner.username));
                        })));
    }
}
