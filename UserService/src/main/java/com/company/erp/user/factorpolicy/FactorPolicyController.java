package com.company.erp.user.factorpolicy;

import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/second-factor-policy")
class FactorPolicyController {

    private final RequiringFactors factors;

    FactorPolicyController(RequiringFactors factors) {
        this.factors = factors;
    }

    record Demand(
            @NotNull Boolean everybody,
            @NotNull @Size(max = 50) Set<@NotBlank @Size(max = 50) String> roles) {}

    @Operation(summary = "Show of whom your company asks a second factor")
    @GetMapping
    FactorPolicyView read() {
        return factors.read();
    }

    @Operation(summary = "Ask a second factor of everybody, or of whoever holds certain roles")
    @PutMapping
    FactorPolicyView require(@Valid @RequestBody Demand demand, @IfMatch int version) {
        return factors.require(demand.everybody(), demand.roles(), version);
    }
}
