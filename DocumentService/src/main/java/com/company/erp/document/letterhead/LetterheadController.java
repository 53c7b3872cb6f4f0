package com.company.erp.document.letterhead;

import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/letterhead")
@Tag(name = "Papers")
class LetterheadController {

    private final LetterheadBook letterheads;

    LetterheadController(LetterheadBook letterheads) {
        this.letterheads = letterheads;
    }

    @Operation(summary = "Show the letterhead of the company's papers")
    @GetMapping
    LetterheadView read() {
        return letterheads.read();
    }

    @Operation(summary = "Change the letterhead of papers to come")
    @PutMapping
    LetterheadView change(@Valid @RequestBody LetterheadDetails details, @IfMatch int version) {
        return letterheads.change(details, version);
    }
}
