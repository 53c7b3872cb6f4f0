package com.company.erp.finance.fiscal;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FiscalYearController {

    private final FiscalYears years;

    FiscalYearController(FiscalYears years) {
        this.years = years;
    }

    record OpenYear(@NotNull LocalDate startsOn) {}

    record LockPeriod(@NotNull PeriodState state) {}

    @Operation(summary = "Open the next (or the preceding) fiscal year")
    @PostMapping("/api/fiscal-years")
    @ResponseStatus(HttpStatus.CREATED)
    FiscalYears.YearView open(@Valid @RequestBody OpenYear year) {
        return years.open(year.startsOn());
    }

    @Operation(summary = "List the fiscal years and their periods")
    @GetMapping("/api/fiscal-years")
    List<FiscalYears.YearView> list() {
        return years.list();
    }

    @Operation(summary = "Open, soft-lock or lock a period")
    @PostMapping("/api/periods/{id}/lock")
    FiscalYears.PeriodView lock(@PathVariable PeriodId id, @Valid @RequestBody LockPeriod lock) {
        return years.lock(id, lock.state());
    }
}
