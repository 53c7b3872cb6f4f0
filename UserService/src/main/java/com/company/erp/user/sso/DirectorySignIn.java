package com.company.erp.user.sso;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordProof;
import com.company.erp.user.account.Users;
import com.company.erp.user.directory.DirectoryFailed;
import com.company.erp.user.directory.DirectoryLine;
import com.company.erp.user.directory.DirectoryPerson;
import com.company.erp.user.factor.CodeProof;
import com.company.erp.user.login.SessionProofs;
import com.company.erp.user.login.SignedIn;
import com.company.erp.user.provider.Authority;
import com.company.erp.user.provider.DirectorySettings;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.provider.ProviderBook;
import java.sql.Types;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signing in by a directory (LDAP), which compares the password. It is told to the directory that was chosen and to
 * no other: that a company says to speak for an address lets it hear no password of its owner. Attempts are counted,
 * slowed and noted as those with a password of this house, and the company's rule on second factors holds. The
 * directory is asked outside of transactions.
 */
@Component
class DirectorySignIn {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySignIn.class);

    private final ProviderBook book;
    private final DirectoryLine line;
    private final PasswordProof proof;
    private final CodeProof codes;
    private final Entry entry;
    private final SessionProofs proofs;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DirectorySignIn(
            ProviderBook book,
            DirectoryLine line,
            PasswordProof proof,
            CodeProof codes,
            Entry entry,
            SessionProofs proofs,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.book = book;
        this.line = line;
        this.proof = proof;
        this.codes = codes;
        this.entry = entry;
        this.proofs = proofs;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** As {@link SingleSignOn#signIn} says. */
    SignedIn signIn(IdentityProviderId directory, String username, String password, @Nullable String code) {
        DirectorySettings settings = book.directory(directory);
        try {
            Actor actor = proved(settings, username.strip(), password, code);
            SignedIn signedIn = transaction.execute(status -> proofs.of(actor));
            if (signedIn == null) throw new IllegalStateException("Whoever is let in gets a proof of it.");
            return signedIn;
        } catch (DirectoryFailed e) {
            LOG.warn("Directory {}: {}", directory.value(), e.getMessage());
            throw new Unauthenticated("sign_in.provider_silent", "The directory does not answer as it should.");
        }
    }

    private Actor proved(DirectorySettings settings, String name, String password, @Nullable String code) {
        Authority authority = settings.authority();
        boolean mayBeOne = Users.isPlain(name.toLowerCase(Locale.ROOT));
        DirectoryPerson person = mayBeOne ? line.find(settings.place(), name) : null;
        UUID attempt = proof.begin(countedAs(authority, person, name));
        if (!line.proves(settings.place(), person, password) || person == null) {
            var refused = new Unauthenticated("sign_in.refused", "The user name or the password is wrong.");
            entry.refuse(authority, refused);
            throw refused;
        }
        codes.require(attempt, code);
        var said = new Assertion(person.subject(), person.address(), person.name(), person.groups(), clock.instant());
        return entry.byPassword(authority, said, attempt, SingleSignOn.LONGEST_SESSION);
    }

    /** By the account here, so that nobody tries under several names, and the account's second factor is asked for. */
    private String countedAs(Authority authority, @Nullable DirectoryPerson person, String typed) {
        String own = typed + " at " + authority.id().value();
        if (person == null) return own;
        String address = person.address();
        boolean isItsOwn = address != null && authority.speaksFor(address);
        String known = Scope.get(
                Actor.system(authority.company(), authority.name()),
                () -> transaction.execute(status -> jdbc.sql("SELECT name_by_directory(:provider, :subject, :address)")
                        .param("provider", authority.id().value())
                        .param("subject", person.subject())
                        .param("address", isItsOwn ? address : null, Types.VARCHAR)
                        .query((row, index) -> Optional.ofNullable(row.getString(1)))
                        .single()
                        .orElse(null)));
        return known == null ? own : known;
    }
}
