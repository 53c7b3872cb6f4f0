package com.company.erp.user.account;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.UserId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of users. They are not rows of a company, so this is plain SQL: row-level security shows a user himself and
 * his colleagues, and named functions of the database answer what lies beyond.
 */
@Component
public class Users {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._%+@-]{1,254}");

    private static final Pattern EMAIL = Pattern.compile("[^@]+@[^@.]+(\\.[^@.]+)+");

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user as he is known to himself and his colleagues. */
    public record User(UUID id, String username, String name, boolean mustChangePassword) {}

    /** A company that a user belongs to, and with which roles. */
    public record CompanyOfUser(CompanyId id, String name, String country, String baseCurrency, List<String> roles) {}

    /** The user who acts, for himself or another; who came by an identity provider has no password to change. */
    public User self() {
        return jdbc.sql("""
                        SELECT id, username, name,
                               must_change_password AND provider_of_session(:session) IS NULL AS must_change_password
                        FROM users WHERE id = :id""")
                .param("session", Scope.actor().session())
                .param("id", Scope.actor().person().id().value())
                .query(User.class)
                .single();
    }

    /** A user of the transaction's company, or the acting one. */
    public User get(UserId id) {
        return jdbc.sql("SELECT id, username, name, must_change_password FROM users WHERE id = :id")
                .param("id", id.value())
                .query(User.class)
                .single();
    }

    /**
     * The one spelling of a user name: lower case, as most write their e-mail address.
     *
     * @throws InvalidInput username.malformed
     */
    public static String plain(String username) {
        String plain = username.strip().toLowerCase(Locale.ROOT);
        if (isPlain(plain)) return plain;
        throw new InvalidInput(
                "username",
                "username.malformed",
                "A user name is an e-mail address, or letters, digits and . _ - + @.");
    }

    /** Whether somebody may sign in by a name, which is in lower case. */
    public static boolean isPlain(String username) {
        return USERNAME.matcher(username).matches();
    }

    /** Who has the user name, in whatever company; null when nobody has. */
    public @Nullable UserId named(String username) {
        return jdbc.sql("SELECT id FROM user_named(:username)")
                .param("username", username)
                .query(UUID.class)
                .optional()
                .map(UserId::new)
                .orElse(null);
    }

    /** Where letters to the user who acts go; null when nowhere. */
    public @Nullable String emailOfSelf() {
        return jdbc.sql("SELECT email FROM users WHERE id = :id AND email IS NOT NULL")
                .param("id", Scope.actor().person().id().value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Whether a user name is an e-mail address, too. */
    public static boolean isEmail(String username) {
        return EMAIL.matcher(username).matches();
    }

    /** Whom an address means: who signs in by it, or else the only one who gets letters there; null when nobody. */
    public @Nullable UserId at(String address) {
        return jdbc
                .sql("SELECT user_at(:address)")
                .param("address", address)
                .query((row, index) -> row.getObject(1, UUID.class))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(UserId::new)
                .orElse(null);
    }

    /** A user who must change the password at the first sign-in. */
    public UserId add(String username, String name, String passwordHash) {
        var id = new UserId(Uuid7.next());
        jdbc.sql("""
                        INSERT INTO users (id, username, name, email, password_hash, must_change_password, not_before)
                        VALUES (:id, :username, :name, :email, :hash, true, clock_timestamp())""")
                .param("id", id.value())
                .param("username", username)
                .param("name", name)
                .param("email", isEmail(username) ? username : null)
                .param("hash", passwordHash)
                .update();
        return id;
    }

    /**
     * Gives a user a one-time password, and ends his sessions.
     *
     * @throws RuleViolation user.shared
     */
    public void reset(UserId id, String passwordHash) {
        requireOwn(jdbc.sql("SELECT user_reset(:id, :hash)")
                .param("id", id.value())
                .param("hash", passwordHash)
                .query(Boolean.class)
                .single());
    }

    /** Whether a user of the transaction's company has a second factor. */
    public boolean hasSecondFactor(UserId id) {
        return jdbc.sql("SELECT member_has_factor(:id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the second factor away.
     *
     * @throws RuleViolation user.shared
     */
    public void removeSecondFactor(UserId id) {
        requireOwn(jdbc.sql("SELECT factor_remove(:id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single());
    }

    private static void requireOwn(boolean done) {
        if (done) return;
        throw new RuleViolation("user.shared", "The user belongs to other companies too, or to the installation.");
    }

    /** The companies that the acting user belongs to, by name; only one for whom its identity provider has proved. */
    public List<CompanyOfUser> companies() {
        return jdbc.sql("""
                        SELECT company_id, name, country, base_currency, roles FROM companies_of_user(:user)
                        WHERE provider_of_session(:session) IS NULL OR company_id = :company
                        ORDER BY name, company_id""")
                .param("user", Scope.actor().person().id().value())
                .param("session", Scope.actor().session())
                .param("company", Scope.company().value())
                .query((row, index) -> new CompanyOfUser(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        row.getString("name"),
                        row.getString("country"),
                        row.getString("base_currency"),
                        Arrays.asList((String[]) row.getArray("roles").getArray())))
                .list();
    }

    /** Sets the acting user's password, by its hash, and ends all sessions begun before. */
    public void changeOwnPassword(String hash) {
        int changed = jdbc.sql("""
                        UPDATE users SET password_hash = :hash, must_change_password = false,
                               not_before = clock_timestamp() WHERE id = :id""")
                .param("hash", hash)
                .param("id", Scope.actor().person().id().value())
                .update();
        if (changed != 1) throw new IllegalStateException("The acting user has no row.");
    }
}
