package com.company.erp.document.mail;

import com.company.erp.document.sealing.SealedBefore;
import com.company.erp.document.sealing.SealedText;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords of mail servers that an older key sealed; a company has one at most. */
@Component
class PasswordsSealedBefore implements SealedBefore {

    private final SealedText sealing;
    private final JdbcClient jdbc;

    PasswordsSealedBefore(SealedText sealing, JdbcClient jdbc) {
        this.sealing = sealing;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "passwords of mail servers";
    }

    @Override
    public List<UUID> companies() {
        return jdbc.sql("SELECT company_id FROM companies_with_mail_sealed_otherwise(:head) ORDER BY company_id")
                .param("head", sealing.head())
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> next(@Nullable UUID after) {
        return after == null ? List.of(Scope.company().value()) : List.of();
    }

    /** Nothing is said anew, so the version stays: whoever is writing settings need not read them again. */
    @Override
    public void sealAnew(UUID id) {
        jdbc.sql("""
                        SELECT sealed_password FROM mail_settings
                        WHERE company_id = :company AND id = :id AND sealed_password IS NOT NULL
                        FOR NO KEY UPDATE SKIP LOCKED""")
                .param("company", Scope.company().value())
                .param("id", id)
                .query(String.class)
                .optional()
                .ifPresent(password -> keep(id, sealing.seal(sealing.open(password))));
    }

    private void keep(UUID id, String password) {
        jdbc.sql("UPDATE mail_settings SET sealed_password = :password WHERE company_id = :company AND id = :id")
                .param("password", password)
                .param("company", Scope.company().value())
                .param("id", id)
                .update();
    }
}
