package com.company.erp.masterdata.party;

import com.company.erp.platform.web.AnswersFile;
import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/parties")
@Tag(name = "Parties", description = "Customers and suppliers")
class PartyController {

    private final PartyDirectory directory;

    PartyController(PartyDirectory directory) {
        this.directory = directory;
    }

    @Operation(summary = "Enter a customer or supplier; the answer warns of parties that look like it")
    @PostMapping
    ResponseEntity<PartyView> create(@Valid @RequestBody PartyDraft draft) {
        PartyView party = directory.create(draft);
        return Created.at("/api/parties/{id}", party.id(), party);
    }

    @Operation(summary = "Export parties as a file, which can be imported again")
    @AnswersFile
    @GetMapping("/export")
    void export(
            @ParameterObject PartyFilter filter,
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            @RequestParam(defaultValue = "csv") ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(response, format, "parties", PartyRow.class, reader -> directory.export(filter, q, reader));
    }

    @Operation(summary = "Show a party")
    @GetMapping("/{id}")
    PartyView read(@PathVariable PartyId id) {
        return directory.read(id);
    }

    @Operation(summary = "List or search parties; a search forgives typing errors")
    @GetMapping
    Page<PartyLine> list(@ParameterObject PartyFilter filter, @ParameterObject Paging paging) {
        return directory.list(filter, paging);
    }

    @Operation(summary = "Find parties with this tax number or nearly this name")
    @GetMapping("/duplicates")
    List<LikeParty> duplicates(
            @RequestParam(required = false) @Size(max = 200) @Nullable String name,
            @RequestParam(required = false) @Size(max = 40) @Nullable String taxId) {
        return directory.duplicates(name, taxId);
    }

    @Operation(summary = "Replace what is known of a party")
    @PutMapping("/{id}")
    PartyView change(@PathVariable PartyId id, @IfMatch int version, @Valid @RequestBody PartyDraft draft) {
        return directory.change(id, version, draft);
    }

    @Operation(summary = "Begin nothing new with a party")
    @PostMapping("/{id}/deactivate")
    PartyView deactivate(@PathVariable PartyId id) {
        return directory.deactivate(id);
    }

    @Operation(summary = "Deal with a party again")
    @PostMapping("/{id}/activate")
    PartyView activate(@PathVariable PartyId id) {
        return directory.activate(id);
    }

    @Operation(summary = "Delete a party that nothing refers to")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable PartyId id, @IfMatch int version) {
        directory.delete(id, version);
    }
}
