package com.company.erp.assembly.proof;

import com.company.erp.document.storage.FileProof;
import com.company.erp.finance.ledger.LedgerCheck;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.Actor;
import com.company.erp.platform.jobs.CompanyDays;
import com.company.erp.platform.tenancy.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with the books and the files, each fault in a sentence; nothing when all is sound. */
@Component
public class Proof {

    private final CompanyDays companies;
    private final LedgerCheck ledger;
    private final Subledger subledger;
    private final FileProof files;
    private final Clock clock;

    Proof(CompanyDays companies, LedgerCheck ledger, Subledger subledger, FileProof files, Clock clock) {
        this.companies = companies;
        this.ledger = ledger;
        this.subledger = subledger;
        this.files = files;
        this.clock = clock;
    }

    /** Reads everything of every company, file by file. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (var each : companies.at(clock.instant())) {
            Scope.run(Actor.system(each.company(), "proof"), () -> {
                faultsOfBooks().forEach(fault -> faults.add(each.company().value() + ": " + fault));
                files.faults().forEach(fault -> faults.add(each.company().value() + ": " + fault));
            });
        }
        return faults;
    }

    /** Of the company that acts now. */
    List<String> faultsOfBooks() {
        List<String> faults = new ArrayList<>();
        LedgerCheck.Findings findings = ledger.check();
        if (!findings.sound()) faults.add(findings.toString());
        var differences = subledger.check();
        if (!differences.isEmpty()) faults.add(differences.toString());
        return faults;
    }
}
