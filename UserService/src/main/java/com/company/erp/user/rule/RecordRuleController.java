package com.company.erp.user.rule;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@RequestMapping("/api/record-rules")
class RecordRuleController {

    private final RecordRuleAdministration rules;

    RecordRuleController(RecordRuleAdministration rules) {
        this.rules = rules;
    }

    /** @param amountMax in base currency */
    record NewRule(
            @NotBlank @Size(max = 50) String role,
            @NotBlank @Size(max = 100) String permission,
            @Nullable Boolean ownOnly,

            @Nullable @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal amountMax) {}

    /** @param amountMax in base currency */
    record Limit(
            @Nullable Boolean ownOnly,

            @Nullable @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal amountMax) {}

    @Operation(summary = "List how far the roles of your company reach")
    @GetMapping
    List<RecordRuleView> list() {
        return rules.list();
    }

    @Operation(summary = "Show how far a permission of a role reaches")
    @GetMapping("/{id}")
    RecordRuleView read(@PathVariable RecordRuleId id) {
        return rules.read(id);
    }

    @Operation(summary = "Limit a permission of a role to the own records or to an amount")
    @PostMapping
    ResponseEntity<RecordRuleView> create(@Valid @RequestBody NewRule rule) {
        RecordRuleView made =
                rules.create(rule.role(), rule.permission(), Boolean.TRUE.equals(rule.ownOnly()), rule.amountMax());
        return Created.at("/api/record-rules/{id}", made.id(), made);
    }

    @Operation(summary = "Limit a permission of a role otherwise")
    @PutMapping("/{id}")
    RecordRuleView change(@PathVariable RecordRuleId id, @Valid @RequestBody Limit limit, @IfMatch int version) {
        return rules.change(id, Boolean.TRUE.equals(limit.ownOnly()), limit.amountMax(), version);
    }

    @Operation(summary = "Limit a permission of a role no longer")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable RecordRuleId id, @IfMatch int version) {
        rules.delete(id, version);
    }
}
