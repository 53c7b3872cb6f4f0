package com.company.erp.user.provider;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
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
@RequestMapping("/api/directories")
class DirectoryController {

    private final ProviderAdministration directories;

    DirectoryController(ProviderAdministration directories) {
        this.directories = directories;
    }

    @Operation(summary = "List the directories (LDAP) by which people of your company sign in")
    @GetMapping
    List<DirectoryView> listDirectories() {
        return directories.listDirectories();
    }

    @Operation(summary = "Show a directory, but not the password of its account")
    @GetMapping("/{id}")
    DirectoryView readDirectory(@PathVariable IdentityProviderId id) {
        return directories.readDirectory(id);
    }

    @Operation(summary = "Register a directory (LDAP) for your company")
    @PostMapping
    ResponseEntity<DirectoryView> createDirectory(@Valid @RequestBody DirectoryDraft draft) {
        DirectoryView made = directories.createDirectory(draft);
        return Created.at("/api/directories/{id}", made.id(), made);
    }

    @Operation(summary = "Change a directory; without a password the one before is kept")
    @PutMapping("/{id}")
    DirectoryView changeDirectory(
            @PathVariable IdentityProviderId id, @Valid @RequestBody DirectoryDraft draft, @IfMatch int version) {
        return directories.changeDirectory(id, version, draft);
    }

    @Operation(summary = "Delete a directory, which ends the sessions that began by it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteDirectory(@PathVariable IdentityProviderId id, @IfMatch int version) {
        directories.deleteDirectory(id, version);
    }

    @Operation(summary = "Look people up in a directory, as signing in will")
    @PostMapping("/{id}/check")
    DirectoryCheck checkDirectory(@PathVariable IdentityProviderId id) {
        return directories.checkDirectory(id);
    }
}
