package com.company.erp.finance.ledger;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collapses the deltas of postings into days and months. One statement takes a delta and adds it, so that a reader sees
 * it in exactly one place; one instance at a time works on a company.
 */
@Component
@EnableConfigurationProperties(LedgerProperties.class)
public class RollUp implements SchedulingConfigurer {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LedgerProperties properties;

    RollUp(JdbcClient jdbc, PlatformTransactionManager transactions, LedgerProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(
                new FixedDelayTask(this::collapseAll, properties.rollUpEvery(), properties.rollUpEvery()));
    }

    void collapseAll() {
        List<UUID> companies = jdbc.sql("SELECT company_id FROM companies_with_ledger_deltas() ORDER BY company_id")
                .query(UUID.class)
                .list();
        for (UUID company : companies) {
            Scope.run(
                    Actor.system(new CompanyId(company), "ledger roll-up"),
                    () -> transaction.executeWithoutResult(status -> collapse(company)));
        }
    }

    private void collapse(UUID company) {
        boolean alone = jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('ledger roll-up ' || :company, 0))")
                .param("company", company.toString())
                .query(Boolean.class)
                .single();
        if (!alone) return;
        jdbc.sql("""
                        WITH taken AS (
                            DELETE FROM ledger_deltas WHERE company_id = :company AND id IN (
                                SELECT id FROM ledger_deltas WHERE company_id = :company ORDER BY id LIMIT 20000)
                            RETURNING account_id, on_date, debit, credit),
                        days AS (
                            INSERT INTO ledger_days AS d (company_id, id, account_id, on_date, debit, credit)
                            SELECT :company, gen_random_uuid(), account_id, on_date, sum(debit), sum(credit)
                            FROM taken GROUP BY account_id, on_date
                            ON CONFLICT (company_id, on_date, account_id)
                            DO UPDATE SET debit = d.debit + excluded.debit, credit = d.credit + excluded.credit)
                        INSERT INTO ledger_months AS m (company_id, id, account_id, month, debit, credit)
                        SELECT :company, gen_random_uuid(), account_id, date_trunc('month', on_date)::date,
                               sum(debit), sum(credit)
                        FROM taken GROUP BY account_id, date_trunc('month', on_date)
                        ON CONFLICT (company_id, month, account_id)
                        DO UPDATE SET debit = m.debit + excluded.debit, credit = m.credit + excluded.credit""").param("company", company).update();
    }
}
