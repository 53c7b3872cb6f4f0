package com.company.erp.masterdata.product;

import com.company.erp.platform.web.AnswersFile;
import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
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
@RequestMapping("/api/products")
@Tag(name = "Products", description = "What the company sells and buys")
class ProductController {

    private final ProductCatalogue catalogue;

    ProductController(ProductCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Operation(summary = "Enter a product or service")
    @PostMapping
    ResponseEntity<ProductView> create(@Valid @RequestBody ProductDraft draft) {
        ProductView product = catalogue.create(draft);
        return Created.at("/api/products/{id}", product.id(), product);
    }

    @Operation(summary = "Export products as a file, which can be imported again")
    @AnswersFile
    @GetMapping("/export")
    void export(
            @ParameterObject ProductFilter filter,
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "products", ProductRow.class, reader -> catalogue.export(filter, q, reader));
    }

    @Operation(summary = "Show a product")
    @GetMapping("/{id}")
    ProductView read(@PathVariable ProductId id) {
        return catalogue.read(id);
    }

    @Operation(summary = "List or search products; a search forgives typing errors")
    @GetMapping
    Page<ProductLine> list(@ParameterObject ProductFilter filter, @ParameterObject Paging paging) {
        return catalogue.list(filter, paging);
    }

    @Operation(summary = "Replace what is known of a product")
    @PutMapping("/{id}")
    ProductView change(@PathVariable ProductId id, @IfMatch int version, @Valid @RequestBody ProductDraft draft) {
        return catalogue.change(id, version, draft);
    }

    @Operation(summary = "Trade a product no longer")
    @PostMapping("/{id}/deactivate")
    ProductView deactivate(@PathVariable ProductId id) {
        return catalogue.deactivate(id);
    }

    @Operation(summary = "Trade a product again")
    @PostMapping("/{id}/activate")
    ProductView activate(@PathVariable ProductId id) {
        return catalogue.activate(id);
    }

    @Operation(summary = "Delete a product that nothing refers to")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable ProductId id, @IfMatch int version) {
        catalogue.delete(id, version);
    }
}
