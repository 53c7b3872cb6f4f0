package com.company.erp.user.stepup;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StepUpController {

    private final SteppingUp steppingUp;

    StepUpController(SteppingUp steppingUp) {
        this.steppingUp = steppingUp;
    }

    record FreshProof(
            @Nullable @Size(max = 200) String currentPassword,
            @Nullable @Size(max = 50) String code) {}

    @Operation(summary = "Prove anew that it is you, by a code of your second factor or without one by your password")
    @PostMapping("/api/auth/step-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stepUp(@Valid @RequestBody FreshProof proof) {
        steppingUp.stepUp(proof.currentPassword(), proof.code());
    }
}
