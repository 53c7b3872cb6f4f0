package com.company.erp.platform.imports;

import com.company.erp.platform.web.AnswersFile;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Imports", description = "Files of records, and how their import went")
class ImportController {

    private final Importing importing;

    ImportController(Importing importing) {
        this.importing = importing;
    }

    @Operation(
            summary = "Import a file of records",
            description =
                    "Up to 1 000 rows are answered at once with the report; more with 202 and where it will be. What is "
                            + "refused only when it is written, since somebody was quicker, is answered with the code "
                            + "that entering such a record by itself answers.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = Upload.CSV,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject("code,name\nA-1,Bolt\nA-2,Nut\n")),
                                @Content(
                                        mediaType = Upload.NDJSON,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject("{\"code\": \"A-1\", \"name\": \"Bolt\"}\n")),
                                @Content(mediaType = Upload.XLSX, schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schemaProperties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }))
    @ApiResponse(responseCode = "200", description = "The report")
    @ApiResponse(responseCode = "202", description = "Goes on in the background; the report is at Location")
    @PostMapping(
            path = "/api/{resource}/import",
            consumes = {Upload.CSV, Upload.NDJSON, Upload.XLSX, MediaType.MULTIPART_FORM_DATA_VALUE})
    ResponseEntity<ImportReport> begin(
            @PathVariable String resource,
            @Parameter(description = "atomic: all rows or none; skip: the good ones")
                    @RequestParam(defaultValue = "atomic")
                    ImportMode mode,
            @Parameter(description = "only checks, and writes nothing") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        try (var upload = Upload.of(request)) {
            ImportReport report = importing.begin(resource, mode, dryRun, upload.format(), upload.file(), Map.of());
            if (report.view().state().isEnd()) return ResponseEntity.ok(report);
            URI location = URI.create("/api/imports/" + report.view().id().value());
            return ResponseEntity.accepted().location(location).body(report);
        }
    }

    @Operation(summary = "List imports, the newest first")
    @GetMapping("/api/imports")
    Page<ImportView> list(@ParameterObject Importing.ImportFilter filter, @ParameterObject Paging paging) {
        return importing.list(filter, paging);
    }

    @Operation(summary = "See how an import goes or went")
    @GetMapping("/api/imports/{id}")
    ImportReport get(@PathVariable ImportId id) {
        return importing.get(id);
    }

    @Operation(summary = "List what was wrong with an import's rows")
    @GetMapping("/api/imports/{id}/problems")
    Page<RowProblem> problems(@PathVariable ImportId id, @ParameterObject Paging paging) {
        return importing.problems(id, paging);
    }

    @Operation(summary = "Export what was wrong with an import's rows as CSV or XLSX")
    @AnswersFile
    @GetMapping("/api/imports/{id}/problems/export")
    void exportProblems(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "refused", RowProblem.class, rows -> importing.exportProblems(id, rows));
    }

    @Operation(
            summary = "Export an import's refused rows as CSV or XLSX, to be mended and imported again",
            description = "What is wrong stands in the columns refused.row, refused.field and refused.reason, which an"
                    + " import passes over.")
    @AnswersFile
    @GetMapping("/api/imports/{id}/refused/export")
    void exportRefused(
            @PathVariable ImportId id,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "refused", table -> importing.exportRefused(id, table));
    }

    @Operation(summary = "Stop an import")
    @PostMapping("/api/imports/{id}/cancel")
    ImportReport cancel(@PathVariable ImportId id) {
        return importing.cancel(id);
    }
}
