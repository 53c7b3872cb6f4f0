package com.company.erp.document.wording;

import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
@RequestMapping("/api/mail-templates")
@Tag(name = "E-mail")
class WordingController {

    private final Wording wording;

    WordingController(Wording wording) {
        this.wording = wording;
    }

    @Operation(summary = "List the kinds of e-mail, their languages, and which have words of the company's own")
    @GetMapping
    List<MailTemplateRow> list() {
        return wording.list();
    }

    @Operation(summary = "Read what a kind of e-mail says in a language")
    @GetMapping("/{kind}/{language}")
    MailTemplateView read(@PathVariable MailKind kind, @PathVariable String language) {
        return wording.read(kind, language);
    }

    @Operation(summary = "Change what a kind of e-mail says in a language")
    @PutMapping("/{kind}/{language}")
    MailTemplateView change(
            @PathVariable MailKind kind,
            @PathVariable String language,
            @IfMatch int version,
            @Valid @RequestBody MailTemplateDetails details) {
        return wording.change(kind, language, details, version);
    }

    @Operation(summary = "Go back to the words that come with the ERP")
    @DeleteMapping("/{kind}/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable MailKind kind, @PathVariable String language, @IfMatch int version) {
        wording.reset(kind, language, version);
    }

    @Operation(summary = "Show what an e-mail to an invented customer would say")
    @PostMapping("/{kind}/{language}/preview")
    Said preview(
            @PathVariable MailKind kind,
            @PathVariable String language,
            @Valid @RequestBody MailTemplateDetails details) {
        return wording.preview(kind, language, details);
    }
}
