package com.company.erp.user.factor;

import com.company.erp.platform.jobs.DailyJob;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Encrypts members' second factors with the key of today, so that a JWT_SECRET of before need not be kept for them. */
@Component
class FactorSealJob implements DailyJob {

    private final SecretBox box;
    private final JdbcClient jdbc;

    FactorSealJob(SecretBox box, JdbcClient jdbc) {
        this.box = box;
        this.jdbc = jdbc;
    }

    private record Closed(UUID user, byte[] secret) {}

    @Override
    public String name() {
        return "second factors sealed anew";
    }

    @Override
    public void run(LocalDate today) {
        jdbc.sql("SELECT user_id, secret FROM factors_of_members()")
                .query((row, index) -> new Closed(row.getObject("user_id", UUID.class), row.getBytes("secret")))
                .list()
                .forEach(this::renew);
    }

    private void renew(Closed factor) {
        byte[] renewed = box.renew(factor.user, factor.secret);
        if (renewed == null) return;
        jdbc.sql("SELECT factor_seal_anew(:user, :was, :sealed)")
                .param("user", factor.user)
                .param("was", factor.secret)
                .param("sealed", renewed)
                .query((row, index) -> true)
                .single();
    }
}
