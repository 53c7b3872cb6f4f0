package com.company.erp.assembly.demo;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.Passwords;
import com.company.erp.user.account.Users;
import com.company.erp.user.login.AccessTokens;
import com.company.erp.user.login.SignedIn;
import com.company.erp.user.login.SigningIn;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The user {@code demo}: made by the house itself, and from then on a user like every other. */
@Component
class DemoUser {

    static final String USERNAME = "demo";

    private static final UUID NO_SESSION = new UUID(0, 0);
    private static final Actor HOUSE = Actor.system(Scope.NO_COMPANY, USERNAME);

    private final Users users;
    private final Passwords passwords;
    private final SigningIn signingIn;
    private final JwtDecoder tokens;
    private final TransactionTemplate transaction;

    DemoUser(
            Users users,
            Passwords passwords,
            SigningIn signingIn,
            JwtDecoder tokens,
            PlatformTransactionManager transactions) {
        this.users = users;
        this.passwords = passwords;
        this.signingIn = signingIn;
        this.tokens = tokens;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A user who has signed in, and the password that was chosen. */
    record Ready(Actor actor, String password) {}

    boolean exists() {
        return Scope.get(HOUSE, () -> transaction.execute(status -> users.named(USERNAME))) != null;
    }

    /** Makes the user; the answer may found a company, and nothing else is asked of it. */
    Actor make(String oneTimePassword) {
        String hash = passwords.hash(oneTimePassword);
        UserId id =
                Scope.get(HOUSE, () -> transaction.execute(status -> users.add(USERNAME, "Demo of the house", hash)));
        return new Actor(Objects.requireNonNull(id), Scope.NO_COMPANY, USERNAME, NO_SESSION, true, null);
    }

    String randomPassword() {
        return passwords.oneTime();
    }

    /** Signs in for the first time, in the company, and chooses the password to keep. */
    Ready signIn(String oneTimePassword, CompanyId company) {
        Actor first = actor(signingIn.login(USERNAME, oneTimePassword, null, company));
        String password = passwords.oneTime();
        SignedIn again = Scope.get(first, () -> signingIn.password(oneTimePassword, password));
        return new Ready(actor(again), password);
    }

    private Actor actor(SignedIn signedIn) {
        return AccessTokens.actor(tokens.decode(signedIn.accessToken()));
    }
}
