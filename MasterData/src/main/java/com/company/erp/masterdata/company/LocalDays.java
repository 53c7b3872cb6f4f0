package com.company.erp.masterdata.company;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.jobs.CompanyDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each company's day begins at midnight in its own time zone. */
@Component
class LocalDays implements CompanyDays {

    private final JdbcClient jdbc;

    LocalDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CompanyDay> at(Instant now) {
        return jdbc.sql("SELECT company_id, time_zone FROM companies_with_time_zones() ORDER BY company_id")
                .query((row, index) -> new CompanyDay(
                        new CompanyId(row.getObject("company_id", UUID.class)),
                        LocalDate.ofInstant(now, ZoneId.of(row.getString("time_zone")))))
                .list();
    }
}
