package com.company.erp.platform.notice;

import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets old notices: what they told of is in the records and in the audit log. */
@Component
class NoticeSweep implements DailyJob {

    private static final int KEPT_DAYS = 90;

    private final JdbcClient jdbc;

    NoticeSweep(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "old notices";
    }

    @Override
    public void run(LocalDate today) {
        jdbc.sql("DELETE FROM notices WHERE company_id = :company AND at < :before")
                .param("company", Scope.company().value())
                .param("before", today.minusDays(KEPT_DAYS).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }
}
