package com.company.erp.user.factor;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beneath /api/auth, whose answers hold secrets and are kept for no one. */
@RestController
@RequestMapping("/api/auth/second-factor")
class SecondFactorController {

    private final SecondFactor factor;

    SecondFactorController(SecondFactor factor) {
        this.factor = factor;
    }

    record Beginning(@NotBlank @Size(max = 200) String currentPassword) {}

    record Confirmation(@NotBlank @Size(max = 50) String code) {}

    record Removal(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 50) String code) {}

    @Operation(summary = "Show whether your sign-in asks for a code")
    @GetMapping
    FactorStatus read() {
        return factor.read();
    }

    @Operation(summary = "Make a secret for the app on your phone, which the answer shows this once")
    @PostMapping("/begin")
    FactorSetup begin(@Valid @RequestBody Beginning beginning) {
        return factor.begin(beginning.currentPassword());
    }

    @Operation(summary = "Confirm your second factor by a code; the answer shows recovery codes, this once")
    @PostMapping("/confirm")
    RecoveryCodes confirm(@Valid @RequestBody Confirmation confirmation) {
        return factor.confirm(confirmation.code());
    }

    @Operation(summary = "Remove your second factor")
    @PostMapping("/remove")
    FactorStatus remove(@Valid @RequestBody Removal removal) {
        return factor.remove(removal.currentPassword(), removal.code());
    }
}
