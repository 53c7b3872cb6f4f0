package com.company.erp.user.link;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class LinkController {

    private final Links links;

    LinkController(Links links) {
        this.links = links;
    }

    /** @param language of the letter: en, de, fr, es or ar */
    record Forgotten(
            @NotBlank @Size(max = 254) String username,
            @Nullable @Size(max = 10) String language) {}

    record ChosenPassword(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = 200) String newPassword) {}

    /** @param language of the letters: en, de, fr, es or ar */
    record EmailChange(
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String currentPassword,
            @Nullable @Size(max = 10) String language) {}

    record EmailConfirmation(@NotBlank @Size(max = 100) String token) {}

    /** @param changed whether the address is changed; else the other side has to confirm, too */
    record Confirmed(boolean changed) {}

    @Operation(summary = "Have a link sent by which you choose another password")
    @PostMapping("/forgot-password")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void forgot(@Valid @RequestBody Forgotten forgotten) {
        links.forgot(forgotten.username(), forgotten.language());
    }

    @Operation(summary = "Choose a password by the link of an invitation or a reset")
    @PostMapping("/choose-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choosePassword(@Valid @RequestBody ChosenPassword choice) {
        links.choosePassword(choice.token(), choice.newPassword());
    }

    @Operation(summary = "Begin to change your e-mail address: both the old and the new one get a link")
    @PostMapping("/email")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void changeEmail(@Valid @RequestBody EmailChange change) {
        links.changeEmail(change.email(), change.currentPassword(), change.language());
    }

    @Operation(summary = "Confirm a change of your e-mail address by the link that was sent")
    @PostMapping("/confirm-email")
    Confirmed confirmEmail(@Valid @RequestBody EmailConfirmation confirmation) {
        return new Confirmed(links.confirmEmail(confirmation.token()));
    }
}
