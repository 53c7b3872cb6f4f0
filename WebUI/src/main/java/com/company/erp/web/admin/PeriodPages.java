package com.company.erp.web.admin;

import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.fiscal.FiscalYears.PeriodView;
import com.company.erp.finance.fiscal.FiscalYears.YearView;
import com.company.erp.finance.fiscal.PeriodId;
import com.company.erp.finance.fiscal.PeriodState;
import com.company.erp.web.pattern.Screen;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fiscal years with their periods, each of which is open for posting or not. */
@Controller
class PeriodPages {

    private final FiscalYears years;

    PeriodPages(FiscalYears years) {
        this.years = years;
    }

    record Years(List<YearView> years, LocalDate next, PeriodState[] states) {

        public List<PeriodState> others(PeriodView period) {
            return List.of(states).stream()
                    .filter(state -> state != period.state())
                    .toList();
        }
    }

    @GetMapping("/periods")
    String list(Screen screen) {
        List<YearView> all = years.list();
        LocalDate next = all.isEmpty()
                ? screen.today().withDayOfYear(1)
                : all.getLast().endsOn().plusDays(1);
        return screen.page("periods", new Years(all.reversed(), next, PeriodState.values()));
    }

    @PostMapping("/periods/{id}/state")
    String lock(@PathVariable PeriodId id, @RequestParam PeriodState state, Screen screen) {
        years.lock(id, state);
        return screen.redirect("/periods");
    }

    @PostMapping("/periods/open")
    String open(@RequestParam LocalDate startsOn, Screen screen) {
        years.open(startsOn);
        return screen.redirect("/periods");
    }
}
