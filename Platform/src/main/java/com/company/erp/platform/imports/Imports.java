package com.company.erp.platform.imports;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.table.TableFormat;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The reports of imports, in SQL. Each step moves the state only from where it may come. */
@Component
class Imports {

    private static final String COLUMNS = """
            i.id, i.resource, i.format, i.mode, i.dry_run, i.state, i.progress, i.cancel_requested, i.row_count,
            i.document_count, i.refused_rows, i.written_rows, i.failure_code, i.failure, i.actor_name, i.begun_at,
            i.ended_at""";

    private final JdbcClient jdbc;

    Imports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked for. */
    record Wish(ImportId id, String resource, TableFormat format, ImportMode mode, boolean dryRun) {}

    /** What the file has. */
    record Size(int rows, int documents, int batches) {}

    void begin(Wish wish) {
        Actor actor = Scope.actor();
        of(wish.id(), """
                INSERT INTO imports (company_id, id, resource, format, mode, dry_run, state, actor_id, actor_name,
                                     begun_at, beat_at)
                VALUES (:company, :import, :resource, :format, :mode, :dryRun, 'STAGED', :actor, :name,
                        clock_timestamp(), clock_timestamp())""")
                .param("resource", wish.resource())
                .param("format", wish.format().name())
                .param("mode", wish.mode().name())
                .param("dryRun", wish.dryRun())
                .param("actor", actor.user().value())
                .param("name", actor.name())
                .update();
    }

    void staged(ImportId id, Size size) {
        of(id, """
                UPDATE imports SET row_count = :rows, document_count = :documents, batch_count = :batches,
                                   beat_at = clock_timestamp()
                WHERE company_id = :company AND id = :import AND state = 'STAGED'""")
                .param("rows", size.rows())
                .param("documents", size.documents())
                .param("batches", size.batches())
                .update();
    }

    void running(ImportId id) {
        mustMove(of(id, """
                UPDATE imports SET state = 'RUNNING', beat_at = clock_timestamp()
                WHERE company_id = :company AND id = :import AND state = 'STAGED'""").update());
    }

    void refused(ImportId id, int rows) {
        of(id, "UPDATE imports SET refused_rows = :rows WHERE company_id = :company AND id = :import")
                .param("rows", rows)
                .update();
    }

    /** Counts rows that were refused when everything seemed well already. */
    void refusedLate(ImportId id, int rows) {
        of(id, "UPDATE imports SET refused_rows = refused_rows + :rows WHERE company_id = :company AND id = :import")
                .param("rows", rows)
                .update();
    }

    void written(ImportId id, int rows) {
        of(id, "UPDATE imports SET written_rows = written_rows + :rows WHERE company_id = :company AND id = :import")
                .param("rows", rows)
                .update();
    }

    /** Ends an import; one that another instance has given up for dead meanwhile must not come to life again. */
    void ended(ImportId id, ImportState state, @Nullable String code, @Nullable String failure) {
        mustMove(of(id, """
                UPDATE imports SET state = :state, progress = CASE :state WHEN 'DONE' THEN 100 ELSE progress END,
                                   failure_code = :code, failure = :failure, ended_at = clock_timestamp()
                WHERE company_id = :company AND id = :import AND state IN ('STAGED', 'RUNNING')""")
                .param("state", state.name())
                .param("code", code)
                .param("failure", failure)
                .update());
    }

    private static void mustMove(int moved) {
        if (moved != 1) throw new IllegalStateException("The import has been ended by somebody else.");
    }

    void beat(ImportId id, int progress) {
        of(id, """
                UPDATE imports SET beat_at = clock_timestamp(), progress = :progress
                WHERE company_id = :company AND id = :import AND state IN ('STAGED', 'RUNNING')""").param("progress", progress).update();
    }

    /** False when it has ended already. */
    boolean requestCancel(ImportId id) {
        return of(id, """
                        UPDATE imports SET cancel_requested = true
                        WHERE company_id = :company AND id = :import AND state IN ('STAGED', 'RUNNING')""").update() == 1;
    }

    boolean cancelRequested(ImportId id) {
        return of(id, "SELECT cancel_requested FROM imports WHERE company_id = :company AND id = :import")
                .query(Boolean.class)
                .single();
    }

    /** Imports of the scope's company that nobody has worked on for a while. */
    List<ImportId> abandoned(Duration silence) {
        return jdbc.sql("""
                        SELECT id FROM imports
                        WHERE company_id = :company AND state IN ('STAGED', 'RUNNING')
                          AND beat_at < clock_timestamp() - make_interval(secs => :seconds) ORDER BY id""")
                .param("company", Scope.company().value())
                .param("seconds", silence.toSeconds())
                .query((row, i) -> new ImportId(row.getObject("id", UUID.class)))
                .list();
    }

    List<UUID> companiesWithAbandoned(Duration silence) {
        return jdbc.sql("SELECT company_id FROM companies_with_abandoned_imports(make_interval(secs => :seconds))")
                .param("seconds", silence.toSeconds())
                .query(UUID.class)
                .list();
    }

    void forgetEndedBefore(OffsetDateTime instant) {
        jdbc.sql("DELETE FROM imports WHERE company_id = :company AND ended_at < :instant")
                .param("company", Scope.company().value())
                .param("instant", instant)
                .update();
    }

    /** @throws NotFound import.unknown */
    ImportView view(ImportId id) {
        return of(id, "SELECT " + COLUMNS + " FROM imports i WHERE i.company_id = :company AND i.id = :import")
                .query(Imports::view)
                .optional()
                .orElseThrow(() -> new NotFound("import.unknown", "There is no such import."));
    }

    Page<ImportView> list(@Nullable ImportState state, @Nullable String resource, Paging paging) {
        return listed(state, resource, paging.q()).page(jdbc, paging, "-begunAt", Imports::view);
    }

    ListTotals totals(@Nullable ImportState state, @Nullable String resource) {
        return listed(state, resource, null).totals(jdbc);
    }

    private static KeysetQuery listed(@Nullable ImportState state, @Nullable String resource, @Nullable String q) {
        return KeysetQuery.of(COLUMNS, "imports i")
                .filter("i.state = :state", "state", state)
                .filter("i.resource = :resource", "resource", resource)
                .filter("strpos(i.resource, lower(:q)) > 0", "q", q)
                .sort("begunAt", "i.begun_at", "timestamptz");
    }

    Page<RowProblem> problems(ImportId id, Paging paging) {
        return problemsOf(id)
                .filter("strpos(lower(p.field || ' ' || p.code || ' ' || p.message), lower(:q)) > 0", "q", paging.q())
                .page(jdbc, paging, "row", Imports::problem);
    }

    Stream<RowProblem> problems(ImportId id) {
        return problemsOf(id).stream(jdbc, "row", Imports::problem);
    }

    private static KeysetQuery problemsOf(ImportId id) {
        return KeysetQuery.of("p.row_number, p.field, p.code, p.message", "import_problems p")
                .filter("p.import_id = :import", "import", id.value())
                .sort("row", "p.row_number", "int");
    }

    private static RowProblem problem(ResultSet row, int index) throws SQLException {
        return new RowProblem(
                row.getInt("row_number"), row.getString("field"), row.getString("code"), row.getString("message"));
    }

    private static ImportView view(ResultSet row, int index) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new ImportView(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("resource"),
                TableFormat.valueOf(row.getString("format")),
                ImportMode.valueOf(row.getString("mode")),
                row.getBoolean("dry_run"),
                ImportState.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getBoolean("cancel_requested"),
                row.getInt("row_count"),
                row.getInt("document_count"),
                row.getInt("refused_rows"),
                row.getInt("written_rows"),
                row.getString("failure_code"),
                row.getString("failure"),
                row.getString("actor_name"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }

    private StatementSpec of(ImportId id, String sql) {
        return jdbc.sql(sql).param("company", Scope.company().value()).param("import", id.value());
    }
}
