package com.company.erp.user.factor;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.Passwords;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The acting user's recovery codes, which every second factor has in common. */
@Component
public class RecoveryBook {

    private static final int CODES = 10;

    private final Passwords passwords;
    private final JdbcClient jdbc;

    RecoveryBook(Passwords passwords, JdbcClient jdbc) {
        this.passwords = passwords;
        this.jdbc = jdbc;
    }

    /** How many were not used yet. */
    int left() {
        return jdbc.sql("SELECT count(*) FROM recovery_codes WHERE user_id = :user AND used_at IS NULL")
                .param("user", user())
                .query(Integer.class)
                .single();
    }

    public boolean isEmpty() {
        return left() == 0;
    }

    /** New ones in place of those that were there; shown this once. */
    public RecoveryCodes renew() {
        clear();
        List<String> codes = Stream.generate(passwords::oneTime).limit(CODES).toList();
        for (String text : codes) {
            jdbc.sql("INSERT INTO recovery_codes (user_id, hash) VALUES (:user, :hash)")
                    .param("user", user())
                    .param("hash", new RecoveryCode(text).hash())
                    .update();
        }
        return new RecoveryCodes(codes);
    }

    /** Without any factor there is nothing to recover. */
    public void closeWithLastFactor() {
        boolean isLeft = jdbc.sql("SELECT has_factor(:user)")
                .param("user", user())
                .query(Boolean.class)
                .single();
        if (!isLeft) clear();
    }

    private void clear() {
        jdbc.sql("DELETE FROM recovery_codes WHERE user_id = :user")
                .param("user", user())
                .update();
    }

    private static UUID user() {
        return Scope.actor().person().id().value();
    }
}
