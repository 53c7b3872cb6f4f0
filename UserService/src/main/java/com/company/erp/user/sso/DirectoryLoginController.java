package com.company.erp.user.sso;

import com.company.erp.user.login.SignedIn;
import com.company.erp.user.provider.IdentityProviderId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectoryLoginController {

    private final SingleSignOn singleSignOn;

    DirectoryLoginController(SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
    }

    record DirectoryCredentials(
            @NotNull IdentityProviderId directory,
            @NotBlank @Size(max = 254) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 50) String code) {}

    @Operation(summary = "Sign in by a directory of your company, and with a code where there is a second factor")
    @PostMapping("/api/auth/directory-login")
    SignedIn signIn(@Valid @RequestBody DirectoryCredentials credentials) {
        return singleSignOn.signIn(
                credentials.directory(), credentials.username(), credentials.password(), credentials.code());
    }
}
