package com.company.erp.document.template;

import com.company.erp.document.attachment.FileAnswer;
import com.company.erp.document.printing.PaperKind;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/print-templates")
@Tag(name = "Papers")
class TemplateController {

    private final Templating templating;

    TemplateController(Templating templating) {
        this.templating = templating;
    }

    @Operation(summary = "List the papers, their languages, and which have a template of the company's own")
    @GetMapping
    List<PrintTemplateRow> list() {
        return templating.list();
    }

    @Operation(summary = "Read the template of a paper in a language")
    @GetMapping("/{paper}/{language}")
    PrintTemplateView read(@PathVariable PaperKind paper, @PathVariable String language) {
        return templating.read(paper, language);
    }

    @Operation(summary = "Change the template of a paper in a language; it must work")
    @PutMapping("/{paper}/{language}")
    PrintTemplateView change(
            @PathVariable PaperKind paper,
            @PathVariable String language,
            @IfMatch int version,
            @Valid @RequestBody PrintTemplateDetails details) {
        return templating.change(paper, language, details, version);
    }

    @Operation(summary = "Go back to the template that comes with the ERP")
    @DeleteMapping("/{paper}/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable PaperKind paper, @PathVariable String language, @IfMatch int version) {
        templating.reset(paper, language, version);
    }

    @Operation(summary = "Print a template with invented content, without keeping it")
    @ApiResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/{paper}/{language}/preview")
    void preview(
            @PathVariable PaperKind paper,
            @PathVariable String language,
            @Valid @RequestBody PrintTemplateDetails details,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FileAnswer.send(templating.preview(paper, language, details), request, response);
    }
}
