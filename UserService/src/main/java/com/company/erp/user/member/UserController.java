package com.company.erp.user.member;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
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
@RequestMapping("/api/users")
class UserController {

    private final UserAdministration users;

    UserController(UserAdministration users) {
        this.users = users;
    }

    /**
     * @param printed whether to answer a one-time password also where an invitation could be sent
     * @param language of the invitation: en, de, fr, es or ar
     */
    record Invitation(
            @NotBlank @Size(max = 254) String username,
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 50) Set<@NotBlank @Size(max = 50) String> roles,
            @Nullable Boolean printed,
            @Nullable @Size(max = 10) String language) {}

    record Assignment(@NotNull @Size(max = 50) Set<@NotBlank @Size(max = 50) String> roles) {}

    record OneTimePassword(String oneTimePassword) {}

    @Operation(summary = "List the users of your company")
    @GetMapping
    Page<UserView> list(@ParameterObject UserAdministration.UserFilter filter, @ParameterObject Paging paging) {
        return users.list(filter, paging);
    }

    @Operation(summary = "Show a user of your company")
    @GetMapping("/{id}")
    UserView read(@PathVariable UserId id) {
        return users.read(id);
    }

    @Operation(
            summary =
                    "Take a user into your company: an invitation is sent, or the answer shows a one-time password, this once")
    @PostMapping
    ResponseEntity<Invited> invite(@Valid @RequestBody Invitation invitation) {
        Invited invited = users.invite(
                invitation.username(),
                invitation.name(),
                invitation.roles(),
                Boolean.TRUE.equals(invitation.printed()),
                invitation.language());
        return ResponseEntity.created(
                        URI.create("/api/users/" + invited.user().id().value()))
                .cacheControl(CacheControl.noStore())
                .body(invited);
    }

    @Operation(summary = "Give a user other roles")
    @PutMapping("/{id}/roles")
    UserView assign(@PathVariable UserId id, @Valid @RequestBody Assignment assignment, @IfMatch int version) {
        return users.assign(id, assignment.roles(), version);
    }

    @Operation(summary = "Shut a user out of your company")
    @PostMapping("/{id}/deactivate")
    UserView deactivate(@PathVariable UserId id) {
        return users.deactivate(id);
    }

    @Operation(summary = "Let a user into your company again")
    @PostMapping("/{id}/activate")
    UserView activate(@PathVariable UserId id) {
        return users.activate(id);
    }

    @Operation(summary = "Take the second factor off a user who has lost it")
    @PostMapping("/{id}/remove-second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@PathVariable UserId id) {
        users.removeSecondFactor(id);
    }

    @Operation(summary = "Give a user a one-time password, which the answer shows this once")
    @PostMapping("/{id}/reset-password")
    ResponseEntity<OneTimePassword> resetPassword(@PathVariable UserId id) {
        String password = users.resetPassword(id);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new OneTimePassword(password));
    }
}
