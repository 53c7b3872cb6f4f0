package com.company.erp.platform.subject;

import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalRecords.Part;
import com.company.erp.platform.privacy.PersonalRecords.Remainder;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PersonalDataController {

    private final PersonalData data;

    PersonalDataController(PersonalData data) {
        this.data = data;
    }

    record Erasure(@NotBlank @Size(max = 500) String reason) {}

    @Operation(summary = "List where the house may hold something of a person, and how long")
    @GetMapping("/api/personal-data/register")
    List<PersonalColumns> register() {
        return data.register();
    }

    @Operation(summary = "Collect all that your company holds of a party or user, for an answer to him")
    @PostMapping("/api/{resource}/{id}/personal-data")
    List<Part> collect(@PathVariable String resource, @PathVariable UUID id, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return data.collect(resource, id);
    }

    @Operation(summary = "Erase what of a party or user no law keeps, and tell what stays")
    @PostMapping("/api/{resource}/{id}/erase-personal-data")
    List<Remainder> erase(@PathVariable String resource, @PathVariable UUID id, @Valid @RequestBody Erasure erasure) {
        return data.erase(resource, id, erasure.reason());
    }
}
