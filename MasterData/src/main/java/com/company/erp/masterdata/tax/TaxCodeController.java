package com.company.erp.masterdata.tax;

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
@RequestMapping("/api/tax-codes")
@Tag(name = "Tax codes", description = "Kinds of tax and their dated rates")
class TaxCodeController {

    private final TaxCodeBook book;

    TaxCodeController(TaxCodeBook book) {
        this.book = book;
    }

    @Operation(summary = "Enter a tax code with its dated rates")
    @PostMapping
    ResponseEntity<TaxCodeView> create(@Valid @RequestBody TaxCodeDraft draft) {
        TaxCodeView code = book.create(draft);
        return Created.at("/api/tax-codes/{id}", code.id(), code);
    }

    @Operation(summary = "Show a tax code")
    @GetMapping("/{id}")
    TaxCodeView read(@PathVariable TaxCodeId id) {
        return book.read(id);
    }

    @Operation(summary = "List tax codes")
    @GetMapping
    Page<TaxCodeLine> list(
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable TaxKind kind,
            @ParameterObject Paging paging) {
        return book.list(active, kind, paging);
    }

    @Operation(summary = "Change a tax code or add a rate; what was issued stays as it is")
    @PutMapping("/{id}")
    TaxCodeView change(@PathVariable TaxCodeId id, @IfMatch int version, @Valid @RequestBody TaxCodeDraft draft) {
        return book.change(id, version, draft);
    }

    @Operation(summary = "Offer a tax code no longer")
    @PostMapping("/{id}/deactivate")
    TaxCodeView deactivate(@PathVariable TaxCodeId id) {
        return book.deactivate(id);
    }

    @Operation(summary = "Offer a tax code again")
    @PostMapping("/{id}/activate")
    TaxCodeView activate(@PathVariable TaxCodeId id) {
        return book.activate(id);
    }

    @Operation(summary = "Delete a tax code that nothing refers to")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable TaxCodeId id, @IfMatch int version) {
        book.delete(id, version);
    }
}
