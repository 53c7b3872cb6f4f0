package com.company.erp.user.signin;

import com.company.erp.platform.jobs.DailyJob;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets attempts to sign in go after 400 days: those of the whole installation, since most name nobody. */
@Component
class SignInRetentionJob implements DailyJob {

    private final JdbcClient jdbc;

    SignInRetentionJob(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "sign-in retention";
    }

    @Override
    public void run(LocalDate today) {
        jdbc.sql("SELECT sign_ins_forget()").query((row, index) -> true).single();
    }
}
