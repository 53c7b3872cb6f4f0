package com.company.erp.finance.invoicing;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.notice.Notices;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Marks each night what has become late. */
@Component
class OverdueJob implements DailyJob {

    private final Invoicing invoicing;
    private final Notices notices;

    OverdueJob(Invoicing invoicing, Notices notices) {
        this.invoicing = invoicing;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "invoice.overdue";
    }

    @Override
    public void run(LocalDate today) {
        int marked = invoicing.markOverdue(today);
        if (marked == 0) return;
        var company = new DocumentRef("company", Scope.company());
        notices.tellHolders("receivable.read", "invoices.overdue", company, Map.of("count", String.valueOf(marked)));
    }
}
