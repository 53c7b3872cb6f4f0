package com.company.erp.document.mail;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "E-mail", description = "Documents sent by e-mail, and what became of them")
class MailController {

    private final Mailing mailing;

    MailController(Mailing mailing) {
        this.mailing = mailing;
    }

    record Unwelcome(@NotBlank @Email @Size(max = 254) String address, boolean bounced) {}

    @Operation(summary = "Show the e-mail that would go out with an invoice, credit note or dunning letter")
    @GetMapping("/api/{resource}/{id}/mail-preview")
    MailText preview(@PathVariable String resource, @PathVariable UUID id) {
        return mailing.preview(resource, id);
    }

    @Operation(summary = "Send an issued invoice or credit note, or a dunning letter, by e-mail")
    @PostMapping("/api/{resource}/{id}/mails")
    ResponseEntity<MailView> send(
            @PathVariable String resource, @PathVariable UUID id, @Valid @RequestBody MailText text) {
        MailView mail = mailing.send(resource, id, text);
        return Created.at("/api/mails/{id}", mail.id(), mail);
    }

    @Operation(summary = "List the e-mail of a record")
    @GetMapping("/api/{resource}/{id}/mails")
    Page<MailView> list(@PathVariable String resource, @PathVariable UUID id) {
        return mailing.list(resource, id);
    }

    @Operation(summary = "Show an e-mail and what became of it")
    @GetMapping("/api/mails/{id}")
    MailView find(@PathVariable MailId id) {
        return mailing.find(id);
    }

    @Operation(summary = "Send an e-mail again that failed, or perhaps never went out")
    @PostMapping("/api/mails/{id}/retry")
    MailView retry(@PathVariable MailId id) {
        return mailing.retry(id);
    }

    @Operation(summary = "Show the company's mail server")
    @GetMapping("/api/mail-server")
    MailSettingsView readServer() {
        return mailing.readServer();
    }

    @Operation(summary = "Set up the company's mail server")
    @PutMapping("/api/mail-server")
    MailSettingsView changeServer(@Valid @RequestBody MailSettingsDetails details, @IfMatch int version) {
        return mailing.changeServer(details, version);
    }

    @Operation(summary = "List the addresses that get no more mail")
    @GetMapping("/api/mail-suppressions")
    Page<SuppressionView> listSuppressions(@ParameterObject Paging paging) {
        return mailing.listSuppressions(paging);
    }

    @Operation(summary = "Note that an address gets no more mail")
    @PostMapping("/api/mail-suppressions")
    ResponseEntity<SuppressionView> suppress(@Valid @RequestBody Unwelcome unwelcome) {
        SuppressionView noted = mailing.suppress(unwelcome.address(), unwelcome.bounced());
        return Created.at("/api/mail-suppressions/{id}", noted.id(), noted);
    }

    @Operation(summary = "Let an address get mail again")
    @DeleteMapping("/api/mail-suppressions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void welcome(@PathVariable SuppressionId id, @IfMatch int version) {
        mailing.welcome(id, version);
    }
}
