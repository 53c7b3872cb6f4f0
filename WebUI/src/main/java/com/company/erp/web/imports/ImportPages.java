package com.company.erp.web.imports;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.Forbidden;
import com.company.erp.platform.imports.ImportId;
import com.company.erp.platform.imports.ImportMode;
import com.company.erp.platform.imports.ImportPreview;
import com.company.erp.platform.imports.ImportReport;
import com.company.erp.platform.imports.ImportState;
import com.company.erp.platform.imports.ImportView;
import com.company.erp.platform.imports.Importing;
import com.company.erp.platform.imports.RowProblem;
import com.company.erp.platform.imports.Upload;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The file stays in the browser until it is imported: each step sends it again with what was said of it so far, so that
 * any instance can take the next one.
 */
@Controller
class ImportPages {

    private static final int PROBLEMS_SHOWN = 200;
    private static final ListPage<ImportView> LIST = ListPage.<ImportView>of(
                    "imports",
                    Columns.<ImportView>begin()
                            .word("resource", ImportView::resource)
                            .to(view -> at(view.id()))
                            .moment("begunAt", ImportView::begunAt)
                            .sortable()
                            .text("by", ImportView::by)
                            .status("state", ImportView::state)
                            .count("rows", ImportView::rows)
                            .count("writtenRows", ImportView::writtenRows)
                            .count("refusedRows", ImportView::refusedRows)
                            .yesNo("dryRun", ImportView::dryRun))
            .choice("state", ImportState.values())
            .counted()
            .create("import.run", "/imports/new");

    private final Importing importing;

    ImportPages(Importing importing) {
        this.importing = importing;
    }

    private static String at(ImportId id) {
        return "/imports/" + id.value();
    }

    /** What can be imported, and what is chosen of it. */
    record Beginning(List<String> resources, @Nullable String chosen) {}

    /** Why a file cannot be imported as a whole. */
    record Refused(String what, List<String> problems) {}

    record Problem(int row, String field, String text) {}

    record Shown(ImportView view, String tone, String begun, long problemCount, List<Problem> problems) {

        public boolean goesOn() {
            return !view.state().isEnd();
        }
    }

    @GetMapping("/imports")
    String list(Importing.ImportFilter filter, Paging paging, Screen screen) {
        return screen.list(LIST, importing.list(filter, paging));
    }

    @GetMapping("/imports/totals")
    String totals(Importing.ImportFilter filter, Screen screen) {
        return screen.totals(LIST, importing.totals(filter));
    }

    @GetMapping("/imports/new")
    String begin(@RequestParam(required = false) @Nullable String resource, Screen screen) {
        return screen.page("import-new", new Beginning(importing.resources(), resource));
    }

    /** Shows how the file begins and what its headings seem to mean, or what is wrong with it. */
    @PostMapping(path = "/imports/look", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String look(HttpServletRequest request, HttpServletResponse response, Screen screen) throws IOException {
        Map<String, String> form = new HashMap<>();
        try (var upload = Upload.of(request, form)) {
            ImportPreview preview = importing.look(resource(form), upload.format(), upload.file());
            return screen.page("import-mapping", Mapping.of(preview, screen.texts()));
        } catch (ErpException e) {
            return refused(e, response, screen);
        }
    }

    /** Checks the file and shows what is wrong with which row, or imports it and goes on to its report. */
    @PostMapping(path = "/imports/begin", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String begin(HttpServletRequest request, HttpServletResponse response, Screen screen) throws IOException {
        Map<String, String> form = new HashMap<>();
        try (var upload = Upload.of(request, form)) {
            List<String> headings = importing
                    .look(resource(form), upload.format(), upload.file())
                    .start()
                    .headings();
            ImportReport report = importing.begin(
                    resource(form),
                    "SKIP".equals(form.get("mode")) ? ImportMode.SKIP : ImportMode.ATOMIC,
                    !"import".equals(form.get("step")),
                    upload.format(),
                    upload.file(),
                    Mapping.read(headings, form));
            ImportState state = report.view().state();
            boolean isTold = state.isEnd() && (report.view().dryRun() || state == ImportState.FAILED);
            return isTold
                    ? screen.page("import :: report", shown(report, screen.texts()))
                    : screen.redirect(at(report.view().id()));
        } catch (ErpException e) {
            return refused(e, response, screen);
        }
    }

    private static String resource(Map<String, String> form) {
        return form.getOrDefault("resource", "");
    }

    private static String refused(ErpException e, HttpServletResponse response, Screen screen) {
        if (e instanceof Forbidden) throw e;
        response.setStatus(422);
        Texts texts = screen.texts();
        List<String> all = e.problems().stream()
                .map(problem -> heading(problem, texts) + ": " + texts.problem(problem))
                .toList();
        return screen.page("import-refused", new Refused(texts.problem(e), all));
    }

    /** What nobody knows is called as the file calls it. */
    private static String heading(FieldProblem problem, Texts texts) {
        return problem.code().equals("column.unknown") ? problem.field() : texts.field(problem.field());
    }

    @GetMapping("/imports/{id}")
    String read(@PathVariable ImportId id, Screen screen) {
        Shown shown = shown(importing.get(id), screen.texts());
        return screen.page(screen.isFragment() ? "import :: report" : "import", shown);
    }

    private static Shown shown(ImportReport report, Texts texts) {
        List<Problem> problems = report.problems().stream()
                .limit(PROBLEMS_SHOWN)
                .map(problem -> new Problem(
                        problem.row(),
                        problem.field().equals("row") ? "" : texts.field(problem.field()),
                        text(problem, texts)))
                .toList();
        ImportView view = report.view();
        return new Shown(
                view, Cell.tone(view.state().name()), texts.moment(view.begunAt()), report.problemCount(), problems);
    }

    /** How a value is to be written, only its reader knows. */
    private static String text(RowProblem problem, Texts texts) {
        return problem.code().equals("field.malformed")
                ? problem.message()
                : texts.problem(problem.code(), problem.message());
    }

    /** The refused rows as they were given, each with what is wrong with it. */
    @GetMapping("/imports/{id}/refused/export")
    void export(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "refused", table -> importing.exportRefused(id, table));
    }

    @PostMapping("/imports/{id}/cancel")
    String cancel(@PathVariable ImportId id, Screen screen) {
        importing.cancel(id);
        return screen.redirect(at(id));
    }
}
