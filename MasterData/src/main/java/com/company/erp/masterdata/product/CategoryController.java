package com.company.erp.masterdata.product;

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
@RequestMapping("/api/categories")
@Tag(name = "Categories", description = "The tree of product categories")
class CategoryController {

    private final CategoryTree tree;

    CategoryController(CategoryTree tree) {
        this.tree = tree;
    }

    @Operation(summary = "Enter a category")
    @PostMapping
    ResponseEntity<CategoryView> create(@Valid @RequestBody CategoryDraft draft) {
        CategoryView category = tree.create(draft);
        return Created.at("/api/categories/{id}", category.id(), category);
    }

    @Operation(summary = "Show a category")
    @GetMapping("/{id}")
    CategoryView read(@PathVariable CategoryId id) {
        return tree.read(id);
    }

    @Operation(summary = "List categories")
    @GetMapping
    Page<CategoryView> list(
            @RequestParam(required = false) @Nullable CategoryId parent, @ParameterObject Paging paging) {
        return tree.list(parent, paging);
    }

    @Operation(summary = "Rename a category or move it with all below it")
    @PutMapping("/{id}")
    CategoryView change(@PathVariable CategoryId id, @IfMatch int version, @Valid @RequestBody CategoryDraft draft) {
        return tree.change(id, version, draft);
    }

    @Operation(summary = "Delete a category that holds nothing")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable CategoryId id, @IfMatch int version) {
        tree.delete(id, version);
    }
}
