package com.company.erp.finance.numbering;

import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/journals")
class JournalController {

    private final Numbering numbering;

    JournalController(Numbering numbering) {
        this.numbering = numbering;
    }

    record JournalChange(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 60) String pattern,
            boolean ascending) {}

    @Operation(summary = "List the journals and how they number")
    @GetMapping
    List<JournalView> list() {
        return numbering.list();
    }

    @Operation(summary = "Read a journal")
    @GetMapping("/{kind}")
    JournalView find(@PathVariable JournalKind kind) {
        return numbering.find(kind);
    }

    @Operation(summary = "Change how a journal is called and numbered")
    @PutMapping("/{kind}")
    JournalView change(@PathVariable JournalKind kind, @IfMatch int version, @Valid @RequestBody JournalChange change) {
        return numbering.change(kind, version, change.name(), change.pattern(), change.ascending());
    }
}
