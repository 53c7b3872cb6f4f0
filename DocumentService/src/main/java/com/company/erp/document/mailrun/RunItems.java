package com.company.erp.document.mailrun;

import com.company.erp.document.mail.MailId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of runs, as their table has them. */
@Component
class RunItems {

    private static final int PROBLEM_LENGTH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    RunItems(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Somebody whose run waits. */
    record Starter(UUID companyId, String startedBy) {}

    record Waiting(UUID id, String resource, UUID recordId) {}

    void insert(MailRunId run, List<UUID> records) {
        UUID company = Scope.company().value();
        List<Object[]> rows = new ArrayList<>();
        for (UUID record : records) {
            rows.add(new Object[] {company, Uuid7.next(), run.value(), rows.size() + 1, record});
        }
        batches.batchUpdate(
                "INSERT INTO mail_run_items (company_id, id, run_id, line_no, record_id, status)"
                        + " VALUES (?, ?, ?, ?, ?, 'WAITING')",
                rows);
    }

    List<Starter> starters() {
        return jdbc.sql("SELECT company_id, started_by FROM mail_runs_waiting() ORDER BY company_id, started_by")
                .query(Starter.class)
                .list();
    }

    /** The next one of whoever acts that no other instance works at; it is this transaction's alone. */
    Optional<Waiting> take() {
        return jdbc.sql("""
                        SELECT i.id, r.resource, i.record_id FROM mail_run_items i
                        JOIN mail_runs r ON r.company_id = i.company_id AND r.id = i.run_id AND r.started_by = :by
                        WHERE i.company_id = :company AND i.status = 'WAITING'
                        ORDER BY i.run_id, i.line_no LIMIT 1 FOR UPDATE OF i SKIP LOCKED""")
                .param("by", Scope.actor().name())
                .param("company", Scope.company().value())
                .query(Waiting.class)
                .optional();
    }

    void queued(UUID id, MailId mail) {
        jdbc.sql(
                        "UPDATE mail_run_items SET status = 'QUEUED', mail_id = :mail WHERE company_id = :company AND id = :id")
                .param("mail", mail.value())
                .param("company", Scope.company().value())
                .param("id", id)
                .update();
    }

    void refused(UUID id, String code, String problem) {
        jdbc.sql("""
                        UPDATE mail_run_items SET status = 'REFUSED', code = :code, problem = :problem
                        WHERE company_id = :company AND id = :id AND status = 'WAITING'""")
                .param("code", code)
                .param("problem", problem.length() > PROBLEM_LENGTH ? problem.substring(0, PROBLEM_LENGTH) : problem)
                .param("company", Scope.company().value())
                .param("id", id)
                .update();
    }
}
