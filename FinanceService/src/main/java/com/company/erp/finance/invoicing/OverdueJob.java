package com.company.erp.finance.invoicing;

import com.company.erp.platform.jobs.DailyJob;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Marks each night what has become late. */
@Component
class OverdueJob implements DailyJob {

    private final Invoicing invoicing;

    OverdueJob(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    @Override
    public String name() {
        return "invoice.overdue";
    }

    @Override
    public void run(LocalDate today) {
        invoicing.markOverdue(today);
    }
}
