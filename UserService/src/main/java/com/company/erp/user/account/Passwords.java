package com.company.erp.user.account;

import com.company.erp.kernel.Overloaded;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords, kept as hashes. Hashing is work by design, so only a few run at a time and the rest queue shortly. */
@Component
public class Passwords {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Without letters and digits that look alike, since people type it from paper. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int ONE_TIME_LENGTH = 20;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore slots = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNobody;
    private final PasswordRules rules = new PasswordRules();

    Passwords(Argon2PasswordEncoder argon2) {
        this.argon2 = argon2;
        this.hashOfNobody = argon2.encode("nobody has this password");
    }

    public String hash(String password) {
        return inSlot(() -> argon2.encode(typed(password)));
    }

    /** Takes the same time for a user who does not exist, whose hash is null. */
    public boolean matches(String password, @Nullable String hash) {
        boolean same = inSlot(() -> argon2.matches(typed(password), hash == null ? hashOfNobody : hash));
        return same && hash != null;
    }

    /** A password to be used once, of 100 random bits. */
    public String oneTime() {
        var text = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LENGTH; i++) {
            if (i > 0 && i % 5 == 0) text.append('-');
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** @throws com.company.erp.kernel.InvalidInput password.weak */
    public void check(String password, String username) {
        rules.check(password, username);
    }

    /** The same password, from whatever keyboard it comes. */
    private static String typed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded("Too many people are signing in; try again shortly.", LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overloaded("The house is closing.", LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
