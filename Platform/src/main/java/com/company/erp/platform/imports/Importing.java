package com.company.erp.platform.imports;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.table.Columns;
import com.company.erp.platform.table.RowType;
import com.company.erp.platform.table.TableFormat;
import com.company.erp.platform.table.TableStart;
import com.company.erp.platform.web.ExportTable;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Imports files of records, and tells how imports went. */
@Door
public class Importing {

    private static final int SHOWN_PROBLEMS = 1_000;
    private static final int LOOKED_AT = 3;

    private final Importers importers;
    private final Imports imports;
    private final ImportRows rows;
    private final Staging staging;
    private final ImportRunner runner;
    private final ImportBackground background;
    private final ImportProperties properties;
    private final AuditLog audit;

    Importing(
            Importers importers,
            Imports imports,
            ImportRows rows,
            Staging staging,
            ImportRunner runner,
            ImportBackground background,
            ImportProperties properties,
            AuditLog audit) {
        this.importers = importers;
        this.imports = imports;
        this.rows = rows;
        this.staging = staging;
        this.runner = runner;
        this.background = background;
        this.properties = properties;
        this.audit = audit;
    }

    /** Which imports are wanted. */
    public record ImportFilter(
            @Nullable ImportState state, @Nullable String resource) {}

    /** What the actor may import. */
    @Needs("import.run")
    @Transactional(readOnly = true)
    public List<String> resources() {
        return importers.allowed();
    }

    /**
     * Looks how a file begins, so that somebody can say what its headings mean.
     *
     * @throws InvalidInput what is wrong with the file as a whole
     * @throws NotFound import.resource
     */
    @Needs("import.run")
    @Refuses({
        "import.resource",
        "file.empty",
        "file.encoding",
        "file.expands",
        "file.form",
        "file.malformed",
        "table.header"
    })
    @Transactional(readOnly = true)
    public ImportPreview look(String resource, TableFormat format, Path file) throws IOException {
        Columns columns = RowType.of(importers.of(resource).row()).columns();
        return new ImportPreview(TableStart.read(format, file, LOOKED_AT), columns.names(), columns.required());
    }

    /**
     * Reads the file's rows, refuses those that are wrong, and writes the others (or, in mode atomic, all or none): at
     * once when they are few, otherwise after this transaction has committed; the state tells which.
     *
     * @param meanings the columns that some of the file's headings mean; an empty one passes its column over
     * @throws InvalidInput what is wrong with the file as a whole; what is wrong with rows is in the report
     * @throws NotFound import.resource
     */
    @Needs("import.run")
    @Refuses({
        "import.resource",
        "import.too_long",
        "file.empty",
        "file.encoding",
        "file.expands",
        "file.form",
        "file.malformed",
        "table.header"
    })
    public ImportReport begin(
            String resource,
            ImportMode mode,
            boolean dryRun,
            TableFormat format,
            Path file,
            Map<String, String> meanings) {
        Importer<?> importer = importers.of(resource);
        var wish = new Imports.Wish(new ImportId(Uuid7.next()), resource, format, mode, dryRun);
        imports.begin(wish);
        Imports.Size size = staging.stage(wish.id(), importer, format, file, meanings);
        imports.staged(wish.id(), size);
        audit.record(
                new DocumentRef("import", wish.id()),
                "begin",
                Map.of("resource", resource, "mode", mode, "dryRun", dryRun, "rows", size.rows()));
        if (size.rows() <= properties.answeredRows()) runner.run(importer, wish, size, percent -> {});
        else background.start(importer, wish, size);
        return report(wish.id());
    }

    @Needs("import.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<ImportView> list(ImportFilter filter, Paging paging) {
        return imports.list(filter.state(), filter.resource(), paging);
    }

    /** How many a list has. */
    @Needs("import.read")
    @Transactional(readOnly = true)
    public ListTotals totals(ImportFilter filter) {
        return imports.totals(filter.state(), filter.resource());
    }

    @Needs("import.read")
    @Refuses("import.unknown")
    @Transactional(readOnly = true)
    public ImportReport get(ImportId id) {
        return report(id);
    }

    /** What was wrong, by row. */
    @Needs("import.read")
    @Refuses({"import.unknown", "sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<RowProblem> problems(ImportId id, Paging paging) {
        imports.view(id);
        return imports.problems(id, paging);
    }

    /** Hands over all that was wrong, by row, within its transaction. */
    @Needs("import.read")
    @Refuses("import.unknown")
    @Transactional(readOnly = true)
    public void exportProblems(ImportId id, Consumer<Stream<RowProblem>> taker) {
        imports.view(id);
        try (Stream<RowProblem> problems = imports.problems(id)) {
            taker.accept(problems);
        }
    }

    /**
     * Hands over the refused rows as they were given, with what is wrong with each, within its transaction: mended,
     * they can be imported again.
     */
    @Needs("import.read")
    @Refuses({"import.unknown", "import.resource"})
    @Transactional(readOnly = true)
    public void exportRefused(ImportId id, Consumer<ExportTable> taker) {
        Importer<?> importer = importers.of(imports.view(id).resource());
        List<String> columns = RowType.of(importer.row()).names();
        List<String> heads = Stream.concat(
                        Stream.of("row", "field", "reason").map(Columns.ASIDE::concat), columns.stream())
                .toList();
        try (var refused = rows.refused(id, columns)) {
            taker.accept(new ExportTable(heads, refused));
        }
    }

    /**
     * Stops an import before its next batch: in mode atomic nothing is imported, in mode skip what is written stays.
     *
     * @throws RuleViolation import.ended
     */
    @Needs("import.cancel")
    @Refuses({"import.unknown", "import.ended"})
    public ImportReport cancel(ImportId id) {
        if (!imports.requestCancel(id)) {
            throw new RuleViolation(
                    "import.ended", "The import is " + imports.view(id).state() + " already.");
        }
        audit.record(new DocumentRef("import", id), "cancel", Map.of());
        return report(id);
    }

    private ImportReport report(ImportId id) {
        return new ImportReport(imports.view(id), rows.countProblems(id), rows.firstProblems(id, SHOWN_PROBLEMS));
    }
}
