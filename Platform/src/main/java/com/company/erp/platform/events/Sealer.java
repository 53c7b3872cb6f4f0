package com.company.erp.platform.events;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers committed events, 1, 2, 3 … per company. An event is numbered only after the transaction that wrote it has
 * committed, so a reader who has seen number n will never be shown a smaller one later. However many instances run,
 * one at a time seals a company: the others skip the locked head.
 */
@Component
@EnableConfigurationProperties(EventProperties.class)
class Sealer implements SchedulingConfigurer {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventProperties properties;

    Sealer(JdbcClient jdbc, PlatformTransactionManager transactions, EventProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sealAll, properties.sealEvery());
    }

    private void sealAll() {
        for (UUID company : companiesWithUnsealed()) {
            Scope.run(
                    Actor.system(new CompanyId(company), "event sealer"),
                    () -> transaction.executeWithoutResult(status -> seal(company)));
        }
    }

    private List<UUID> companiesWithUnsealed() {
        return jdbc.sql("SELECT company_id FROM companies_with_unsealed_events() ORDER BY company_id")
                .query(UUID.class)
                .list();
    }

    /** The head is locked by a statement of its own, so that the next one sees all that an earlier sealer numbered. */
    private void seal(UUID company) {
        jdbc.sql("INSERT INTO event_heads (company_id, id) VALUES (:company, :company) ON CONFLICT DO NOTHING")
                .param("company", company)
                .update();
        var head = jdbc.sql("SELECT last_number FROM event_heads WHERE company_id = :company FOR UPDATE SKIP LOCKED")
                .param("company", company)
                .query(Long.class)
                .optional();
        if (head.isEmpty()) return;
        int sealed = jdbc.sql("""
                        UPDATE events e SET number = :head + u.ordinal
                        FROM (SELECT id, row_number() OVER (ORDER BY at, id) AS ordinal FROM events
                              WHERE company_id = :company AND number IS NULL ORDER BY at, id LIMIT 5000) u
                        WHERE e.company_id = :company AND e.id = u.id""")
                .param("company", company)
                .param("head", head.get())
                .update();
        jdbc.sql("UPDATE event_heads SET last_number = last_number + :sealed WHERE company_id = :company")
                .param("company", company)
                .param("sealed", sealed)
                .update();
    }
}
