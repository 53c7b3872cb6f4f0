package com.company.erp.user.view;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/views")
class ViewController {

    private final ViewBook views;

    ViewController(ViewBook views) {
        this.views = views;
    }

    @Operation(summary = "List your own views of a list and those that are shared")
    @GetMapping
    List<SavedViewLine> list(@RequestParam String list) {
        return views.list(list);
    }

    @Operation(summary = "Save a view of a list, in place of your own one of that name")
    @PostMapping
    ResponseEntity<SavedViewLine> save(@Valid @RequestBody ViewDraft draft) {
        SavedViewLine saved = views.save(draft);
        return Created.at("/api/views/{id}", saved.id(), saved);
    }

    @Operation(summary = "Offer a view of yours to all of your company")
    @PostMapping("/{id}/share")
    SavedViewLine share(@PathVariable ViewId id) {
        return views.share(id);
    }

    @Operation(summary = "Leave a shared view to its owner alone")
    @PostMapping("/{id}/unshare")
    SavedViewLine unshare(@PathVariable ViewId id) {
        return views.unshare(id);
    }

    @Operation(summary = "Drop a view of yours")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable ViewId id, @IfMatch int version) {
        views.drop(id, version);
    }
}
