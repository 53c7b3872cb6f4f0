package com.company.erp.web.home;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.fiscal.PeriodState;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.finance.register.InvoiceFilter;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.kernel.Forbidden;
import com.company.erp.platform.imports.ImportState;
import com.company.erp.platform.imports.Importing;
import com.company.erp.platform.notice.NoticeBoard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/** What waits for the visitor, of that which the visitor may see. */
@Component
class Tasks {

    private static final InvoiceFilter OWN_DRAFTS =
            new InvoiceFilter(InvoiceStatus.DRAFT, InvoiceType.INVOICE, null, null, null, null, null, null, null, true);

    private final InvoiceRegister register;
    private final Importing importing;
    private final NoticeBoard notices;
    private final FiscalYears years;

    Tasks(InvoiceRegister register, Importing importing, NoticeBoard notices, FiscalYears years) {
        this.register = register;
        this.importing = importing;
        this.notices = notices;
        this.years = years;
    }

    /** @param count never zero */
    record Task(String name, long count, String href) {}

    List<Task> on(LocalDate today) {
        var tasks = new ArrayList<Task>();
        add(tasks, "notices", "/notices", notices::countFresh);
        add(
                tasks,
                "drafts",
                "/invoices?status=DRAFT&mine=true",
                () -> register.totals(OWN_DRAFTS, null).rows());
        add(
                tasks,
                "imports",
                "/imports?state=FAILED",
                () -> importing
                        .totals(new Importing.ImportFilter(ImportState.FAILED, null))
                        .rows());
        add(tasks, "periods", "/periods", () -> openPeriods(today));
        return tasks;
    }

    private static void add(List<Task> tasks, String name, String href, LongSupplier count) {
        try {
            long waiting = count.getAsLong();
            if (waiting > 0) tasks.add(new Task(name, waiting, href));
        } catch (Forbidden e) {
            // Whoever may not see it is not waited for.
        }
    }

    /** Periods that ended more than a month ago and can still be posted to. */
    private long openPeriods(LocalDate today) {
        LocalDate lastMonth = today.withDayOfMonth(1).minusMonths(1);
        return years.list().stream()
                .flatMap(year -> year.periods().stream())
                .filter(period ->
                        period.state() == PeriodState.OPEN && period.endsOn().isBefore(lastMonth))
                .count();
    }
}
