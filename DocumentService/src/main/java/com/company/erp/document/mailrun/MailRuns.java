package com.company.erp.document.mailrun;

import com.company.erp.document.mail.MailId;
import com.company.erp.document.mail.Mailing;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.records.Records;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Sends many records in one go. Each call is one transaction, joined if one is open. */
@Door
public class MailRuns {

    private static final String COLUMNS = """
            r.id, r.resource, r.started_at, r.started_by, c.total, c.waiting, c.queued, c.refused""";
    private static final String SOURCE = """
            mail_runs r CROSS JOIN LATERAL (
                SELECT count(*) AS total, count(*) FILTER (WHERE i.status = 'WAITING') AS waiting,
                       count(*) FILTER (WHERE i.status = 'QUEUED') AS queued,
                       count(*) FILTER (WHERE i.status = 'REFUSED') AS refused
                FROM mail_run_items i WHERE i.company_id = r.company_id AND i.run_id = r.id) c""";

    private final Runs runs;
    private final RunItems items;
    private final Mailing mailing;
    private final Records records;
    private final JdbcClient jdbc;
    private final Clock clock;

    MailRuns(Runs runs, RunItems items, Mailing mailing, Records records, JdbcClient jdbc, Clock clock) {
        this.runs = runs;
        this.items = items;
        this.mailing = mailing;
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins to print and send records, each with the usual words to its customer's address. It goes on in the
     * background; a record that cannot be sent is noted as refused, and the others are sent all the same.
     *
     * @throws NotFound record.resource, record.unknown, mail.resource, mail.not_configured
     */
    @Needs("mail.send")
    @Refuses({"record.resource", "record.unknown", "mail.resource", "mail.not_configured"})
    public MailRunView start(MailRunDraft draft) {
        mailing.readServer();
        List<UUID> wanted = draft.records().stream().distinct().toList();
        for (UUID record : wanted) records.visible(draft.resource(), record);
        mailing.preview(draft.resource(), wanted.getFirst());
        MailRun run = runs.saveAndFlush(
                new MailRun(draft.resource(), clock.instant(), Scope.actor().name()));
        items.insert(run.id(), wanted);
        return find(run.id());
    }

    /** @throws NotFound mail_run.unknown */
    @Needs("mail.read")
    @Refuses("mail_run.unknown")
    @Transactional(readOnly = true)
    public MailRunView find(MailRunId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM " + SOURCE + " WHERE r.company_id = :company AND r.id = :id")
                .param("company", Scope.company().value())
                .param("id", id.value())
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFound("mail_run.unknown", "There is no such run."));
    }

    private static MailRunView view(ResultSet row) throws SQLException {
        return new MailRunView(
                new MailRunId(row.getObject("id", UUID.class)),
                row.getString("resource"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getInt("total"),
                row.getInt("waiting"),
                row.getInt("queued"),
                row.getInt("refused"));
    }

    /** The runs, the newest first. */
    @Needs("mail.read")
    @Transactional(readOnly = true)
    public Page<MailRunView> list(Paging paging) {
        return KeysetQuery.of(COLUMNS, SOURCE)
                .sort("startedAt", "r.started_at", "timestamptz")
                .page(jdbc, paging, "-startedAt", (row, n) -> view(row));
    }

    /**
     * The records of a run in their order, or those with a status.
     *
     * @throws NotFound mail_run.unknown
     */
    @Needs("mail.read")
    @Refuses("mail_run.unknown")
    @Transactional(readOnly = true)
    public Page<MailRunItem> items(MailRunId id, MailRunItem.@Nullable Status status, Paging paging) {
        find(id);
        return KeysetQuery.of(
                        "i.id, i.line_no, i.record_id, i.status, i.mail_id, i.code, i.problem", "mail_run_items i")
                .filter("i.run_id = :run", "run", id.value())
                .filter("i.status = :status", "status", status)
                .sort("number", "i.line_no", "int")
                .page(jdbc, paging, "number", (row, n) -> item(row));
    }

    private static MailRunItem item(ResultSet row) throws SQLException {
        UUID mail = row.getObject("mail_id", UUID.class);
        return new MailRunItem(
                row.getInt("line_no"),
                row.getObject("record_id", UUID.class),
                MailRunItem.Status.valueOf(row.getString("status")),
                mail == null ? null : new MailId(mail),
                row.getString("code"),
                row.getString("problem"));
    }
}
