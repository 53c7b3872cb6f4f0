package com.company.erp.user.login;

import com.company.erp.kernel.CompanyId;
import com.company.erp.user.account.Users;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

    private final SigningIn signingIn;

    LoginController(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 50) String code,
            @Nullable CompanyId company) {}

    record Renewal(@NotBlank @Size(max = 200) String refreshToken) {}

    record Choice(@NotNull CompanyId company) {}

    record PasswordChange(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 200) String newPassword) {}

    @Operation(summary = "Sign in with user name and password, and with a code where there is a second factor")
    @PostMapping("/api/auth/login")
    SignedIn login(@Valid @RequestBody Credentials credentials) {
        return signingIn.login(
                credentials.username(), credentials.password(), credentials.code(), credentials.company());
    }

    @Operation(summary = "Exchange a refresh token for the next pair of tokens")
    @PostMapping("/api/auth/refresh")
    SignedIn refresh(@Valid @RequestBody Renewal renewal) {
        return signingIn.refresh(renewal.refreshToken());
    }

    @Operation(summary = "Sign out: the tokens of this session are refused from now on")
    @PostMapping("/api/auth/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout() {
        signingIn.logout();
    }

    @Operation(summary = "Show who is signed in, for which company and with which permissions")
    @GetMapping("/api/auth/me")
    Me me() {
        return signingIn.me();
    }

    @Operation(summary = "Go on in another company that you belong to")
    @PostMapping("/api/auth/switch")
    SignedIn switchTo(@Valid @RequestBody Choice choice) {
        return signingIn.switchTo(choice.company());
    }

    @Operation(summary = "Change your password, which ends all your other sessions")
    @PostMapping("/api/auth/password")
    SignedIn password(@Valid @RequestBody PasswordChange change) {
        return signingIn.password(change.currentPassword(), change.newPassword());
    }

    @Operation(summary = "List the companies that you belong to")
    @GetMapping("/api/companies")
    List<Users.CompanyOfUser> companies() {
        return signingIn.companies();
    }

    @Operation(summary = "Show one of the companies that you belong to")
    @GetMapping("/api/companies/{id}")
    Users.CompanyOfUser company(@PathVariable CompanyId id) {
        return signingIn.company(id);
    }
}
