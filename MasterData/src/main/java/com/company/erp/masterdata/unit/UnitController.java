package com.company.erp.masterdata.unit;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/units")
@Tag(name = "Units", description = "Units of quantity")
class UnitController {

    private final UnitBook book;

    UnitController(UnitBook book) {
        this.book = book;
    }

    @Operation(summary = "Enter a unit")
    @PostMapping
    ResponseEntity<UnitView> create(@Valid @RequestBody UnitDraft draft) {
        UnitView unit = book.create(draft);
        return Created.at("/api/units/{id}", unit.id(), unit);
    }

    @Operation(summary = "Show a unit")
    @GetMapping("/{id}")
    UnitView read(@PathVariable UnitId id) {
        return book.read(id);
    }

    @Operation(summary = "List units")
    @GetMapping
    Page<UnitView> list(@RequestParam(required = false) @Nullable Boolean active, @ParameterObject Paging paging) {
        return book.list(active, paging);
    }

    @Operation(summary = "Change a unit")
    @PutMapping("/{id}")
    UnitView change(@PathVariable UnitId id, @IfMatch int version, @Valid @RequestBody UnitDraft draft) {
        return book.change(id, version, draft);
    }

    @Operation(summary = "Offer a unit no longer")
    @PostMapping("/{id}/deactivate")
    UnitView deactivate(@PathVariable UnitId id) {
        return book.deactivate(id);
    }

    @Operation(summary = "Offer a unit again")
    @PostMapping("/{id}/activate")
    UnitView activate(@PathVariable UnitId id) {
        return book.activate(id);
    }

    @Operation(summary = "Delete a unit that nothing refers to")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UnitId id, @IfMatch int version) {
        book.delete(id, version);
    }
}
