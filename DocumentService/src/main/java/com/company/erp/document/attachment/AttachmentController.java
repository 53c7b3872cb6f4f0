package com.company.erp.document.attachment;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Files", description = "Files of records of any kind; who may not read the record sees none of them")
class AttachmentController {

    private final Attaching attaching;
    private final Receiving receiving;

    AttachmentController(Attaching attaching, Receiving receiving) {
        this.attaching = attaching;
        this.receiving = receiving;
    }

    record Hold(@NotBlank @Size(max = 200) String reason) {}

    /** A further record of a file. */
    record Link(
            @NotBlank @Size(max = 50) String resource,
            @NotNull UUID record) {

        Place place() {
            return new Place(resource, record);
        }
    }

    @Operation(
            summary = "Attach a file to a record",
            description = "The file is the body, with its name as a parameter, or the one file of a form. What it is is"
                    + " found from its content, and only listed types are kept.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schemaProperties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }))
    @PostMapping("/api/{resource}/{id}/attachments")
    ResponseEntity<AttachmentView> attach(
            @PathVariable String resource,
            @PathVariable UUID id,
            @Parameter(description = "of the file, where the body is the file")
                    @RequestParam(required = false)
                    @Nullable String name,
            @RequestParam(required = false) @Nullable Retention retention,
            @RequestParam(required = false) @Nullable String note,
            @Parameter(description = "words to sort files by, parted by commas")
                    @RequestParam(required = false)
                    @Nullable List<String> tags,
            HttpServletRequest request)
            throws IOException {
        attaching.admit(resource, id);
        var view = receiving.receive(
                request,
                name,
                file -> attaching.attach(
                        resource, id, new AttachmentDetails(file.name(), note, tags, retention), file.received()));
        return Created.at("/api/attachments/{id}", view.id(), view);
    }

    @Operation(summary = "List the files of a record")
    @GetMapping("/api/{resource}/{id}/attachments")
    Page<AttachmentView> list(@PathVariable String resource, @PathVariable UUID id) {
        return attaching.list(resource, id);
    }

    @Operation(summary = "Show what a file is and which versions it has")
    @GetMapping("/api/attachments/{id}")
    AttachmentView find(@PathVariable AttachmentId id) {
        return attaching.find(id);
    }

    @Operation(summary = "Download a file, its newest version or another, whole or in part")
    @ApiResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @AnswersInParts
    @GetMapping("/api/attachments/{id}/content")
    void download(
            @PathVariable AttachmentId id,
            @RequestParam(required = false) @Nullable Integer version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FileAnswer.send(attaching.download(id, version), request, response);
    }

    @Operation(summary = "Rename a file, or change its note, its tags or how long it is kept")
    @PutMapping("/api/attachments/{id}")
    AttachmentView change(
            @PathVariable AttachmentId id, @IfMatch int version, @Valid @RequestBody AttachmentDetails details) {
        return attaching.change(id, version, details);
    }

    @Operation(
            summary = "Replace a file by a newer version",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schemaProperties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }))
    @ApiResponse(responseCode = "200", description = "The file with its versions")
    @PostMapping("/api/attachments/{id}/versions")
    AttachmentView replace(@PathVariable AttachmentId id, HttpServletRequest request) throws IOException {
        attaching.admitVersion(id);
        return receiving.receive(request, attaching.find(id).name(), file -> attaching.replace(id, file.received()));
    }

    @Operation(
            summary = "Let a file belong to a further record",
            description = "It is stored once, and seen by who may see one of its records.")
    @PostMapping("/api/attachments/{id}/link")
    AttachmentView link(@PathVariable AttachmentId id, @Valid @RequestBody Link to) {
        return attaching.link(id, to.place());
    }

    @Operation(summary = "Take a file from a record that it was linked to")
    @PostMapping("/api/attachments/{id}/unlink")
    AttachmentView unlink(@PathVariable AttachmentId id, @Valid @RequestBody Link from) {
        return attaching.unlink(id, from.place());
    }

    @Operation(summary = "Put a file on legal hold")
    @PostMapping("/api/attachments/{id}/hold")
    AttachmentView hold(@PathVariable AttachmentId id, @Valid @RequestBody Hold hold) {
        return attaching.hold(id, hold.reason());
    }

    @Operation(summary = "Lift the hold of a file")
    @PostMapping("/api/attachments/{id}/release")
    AttachmentView release(@PathVariable AttachmentId id) {
        return attaching.release(id);
    }

    @Operation(summary = "Remove a file that need not be kept")
    @DeleteMapping("/api/attachments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable AttachmentId id, @IfMatch int version) {
        attaching.remove(id, version);
    }
}
