package com.company.erp.document.comment;

import com.company.erp.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/{resource}/{id}/comments")
@Tag(name = "Comments", description = "What people say about records; who may not read the record sees none of it")
class CommentController {

    private final Commenting commenting;

    CommentController(Commenting commenting) {
        this.commenting = commenting;
    }

    @Operation(summary = "List the comments on a record, the latest first")
    @GetMapping
    Page<CommentView> list(@PathVariable String resource, @PathVariable UUID id) {
        return commenting.list(resource, id);
    }

    @Operation(summary = "Comment on a record, and tell the users whom the comment mentions")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CommentView say(@PathVariable String resource, @PathVariable UUID id, @Valid @RequestBody CommentDraft draft) {
        return commenting.say(resource, id, draft);
    }
}
