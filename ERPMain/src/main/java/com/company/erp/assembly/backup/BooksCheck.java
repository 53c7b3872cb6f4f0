package com.company.erp.assembly.backup;

import com.company.erp.finance.ledger.LedgerCheck;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.Actor;
import com.company.erp.platform.jobs.CompanyDays;
import com.company.erp.platform.tenancy.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The books of every company: the ledger against its chain and its balances, the open items against their accounts. */
@Component
class BooksCheck {

    private final CompanyDays companies;
    private final LedgerCheck ledger;
    private final Subledger subledger;
    private final Clock clock;

    BooksCheck(CompanyDays companies, LedgerCheck ledger, Subledger subledger, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.subledger = subledger;
        this.clock = clock;
    }

    /** What is wrong, with the company's id; empty when everything is sound. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (var each : companies.at(clock.instant())) {
            Scope.run(Actor.system(each.company(), "restore"), () -> {
                LedgerCheck.Findings findings = ledger.check();
                if (!findings.sound()) faults.add(each.company().value() + ": " + findings);
                var differences = subledger.check();
                if (!differences.isEmpty()) faults.add(each.company().value() + ": " + differences);
            });
        }
        return faults;
    }
}
