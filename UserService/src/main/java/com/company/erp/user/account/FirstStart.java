package com.company.erp.user.account;

import com.company.erp.kernel.Uuid7;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first user of a new installation and prints the one-time password, this once. Of several instances that
 * start together one makes the user, and only that one prints.
 */
@Component
@EnableConfigurationProperties(SetupProperties.class)
class FirstStart implements ApplicationRunner {

    private final SetupProperties setup;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FirstStart(SetupProperties setup, Passwords passwords, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.setup = setup;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (anyUserExists()) return;
        boolean isGiven = !setup.password().isBlank();
        String password = isGiven ? setup.password() : passwords.oneTime();
        String username = setup.username().strip().toLowerCase(Locale.ROOT);
        if (make(username, passwords.hash(password)) && !isGiven) print(username, password);
    }

    private boolean anyUserExists() {
        return Boolean.TRUE.equals(transaction.execute(status ->
                jdbc.sql("SELECT any_user_exists()").query(Boolean.class).single()));
    }

    private boolean make(String username, String hash) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> jdbc.sql("SELECT first_administrator(:id, :username, :hash, true)")
                        .param("id", Uuid7.next())
                        .param("username", username)
                        .param("hash", hash)
                        .query(Boolean.class)
                        .single()));
    }

    /** On standard output and not in the log, which is kept and copied. */
    @SuppressWarnings("SystemOut")
    private static void print(String username, String password) {
        System.out.printf("""

                ----------------------------------------------------------
                Administrator: %s
                One-time password: %s
                It must be changed at the first sign-in.
                ----------------------------------------------------------

                """, username, password);
    }
}
