package com.company.erp.finance.ledger;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LedgerCheckController {

    private final LedgerCheck check;

    LedgerCheckController(LedgerCheck check) {
        this.check = check;
    }

    @Operation(summary = "Prove that the books are what was posted")
    @PostMapping("/api/ledger/check")
    LedgerCheck.Findings check() {
        return check.check();
    }
}
