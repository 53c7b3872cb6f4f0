package com.company.erp.finance.chart;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private final Chart chart;

    AccountController(Chart chart) {
        this.chart = chart;
    }

    record AccountChange(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 20) String parent) {}

    record DefaultChange(
            @NotNull DefaultAccount key,
            @Nullable UUID taxCode,
            @Nullable UUID category,
            @NotNull AccountId account) {}

    @Operation(summary = "Add an account")
    @PostMapping
    ResponseEntity<AccountView> create(@Valid @RequestBody NewAccount account) {
        AccountView view = chart.create(account);
        return Created.at("/api/accounts/{id}", view.id(), view);
    }

    @Operation(summary = "Read an account")
    @GetMapping("/{id}")
    AccountView find(@PathVariable AccountId id) {
        return chart.find(id);
    }

    @Operation(summary = "List the chart of accounts")
    @GetMapping
    Page<AccountView> list(@ParameterObject Chart.AccountFilter filter, @ParameterObject Paging paging) {
        return chart.list(filter, paging);
    }

    @Operation(summary = "Rename an account or move it under another heading")
    @PutMapping("/{id}")
    AccountView change(@PathVariable AccountId id, @IfMatch int version, @Valid @RequestBody AccountChange change) {
        return chart.change(id, version, change.name(), change.parent());
    }

    @Operation(summary = "Take an account out of use")
    @PostMapping("/{id}/deactivate")
    AccountView deactivate(@PathVariable AccountId id) {
        return chart.deactivate(id);
    }

    @Operation(summary = "Take an account back into use")
    @PostMapping("/{id}/activate")
    AccountView activate(@PathVariable AccountId id) {
        return chart.activate(id);
    }

    @Operation(summary = "Show which accounts postings use by default")
    @GetMapping("/defaults")
    List<Chart.DefaultView> defaults() {
        return chart.defaults();
    }

    @Operation(summary = "Say which account is used for a purpose, a tax code or a product category")
    @PostMapping("/defaults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void useByDefault(@Valid @RequestBody DefaultChange change) {
        chart.useByDefault(change.key(), change.taxCode(), change.category(), change.account());
    }
}
