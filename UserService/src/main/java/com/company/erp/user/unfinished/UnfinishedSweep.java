package com.company.erp.user.unfinished;

import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what nobody came back to. */
@Component
class UnfinishedSweep implements DailyJob {

    private static final int KEPT_DAYS = 30;

    private final JdbcClient jdbc;

    UnfinishedSweep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "unfinished forms";
    }

    @Override
    public void run(LocalDate today) {
        jdbc.sql("DELETE FROM unfinished_forms WHERE company_id = :company AND kept_at < :before")
                .param("company", Scope.company().value())
                .param("before", today.minusDays(KEPT_DAYS).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }
}
