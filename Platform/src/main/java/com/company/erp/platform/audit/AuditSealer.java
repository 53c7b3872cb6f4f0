package com.company.erp.platform.audit;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals committed rows of the audit log: each gets a number and a hash over itself and all before it. However many
 * instances run, one at a time seals a company. Once a day it lets go of rows whose years are over; their seals stay.
 */
@Component
@EnableConfigurationProperties(AuditProperties.class)
class AuditSealer implements SchedulingConfigurer, DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
    private static final int MOST_A_ROUND = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditProperties properties;

    AuditSealer(JdbcClient jdbc, PlatformTransactionManager transactions, AuditProperties properties) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sealAll, properties.sealEvery());
    }

    private void sealAll() {
        List<UUID> companies = jdbc.sql("SELECT company_id FROM companies_with_unsealed_audit() ORDER BY company_id")
                .query(UUID.class)
                .list();
        for (UUID company : companies) {
            Scope.run(
                    Actor.system(new CompanyId(company), "audit sealer"),
                    () -> transaction.executeWithoutResult(status -> seal()));
        }
    }

    private void seal() {
        jdbc.sql("SELECT audit_seal(:most)")
                .param("most", MOST_A_ROUND)
                .query(Integer.class)
                .single();
    }

    @Override
    public String name() {
        return "audit retention";
    }

    @Override
    public void run(LocalDate today) {
        long forgotten = jdbc.sql("SELECT audit_forget(:before)")
                .param(
                        "before",
                        today.minusYears(properties.keepYears()).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (forgotten > 0) LOG.info("{} rows of the audit log were let go; their years are over.", forgotten);
    }
}
