package com.company.erp.web.home;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.fiscal.FiscalYears.YearView;
import com.company.erp.finance.fiscal.PeriodState;
import com.company.erp.finance.invoicing.InvoiceStatus;
import com.company.erp.finance.register.InvoiceFilter;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.platform.imports.ImportState;
import com.company.erp.platform.imports.Importing;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for the visitor, of that which the visitor may see. */
@Component
class Tasks {

    private static final InvoiceFilter OWN_DRAFTS =
            new InvoiceFilter(InvoiceStatus.DRAFT, InvoiceType.INVOICE, null, null, null, null, null, null, null, true);

    private final InvoiceRegister register;
    private final Importing importing;

    Tasks(InvoiceRegister register, Importing importing) {
        this.register = register;
        this.importing = importing;
    }

    /** @param count never zero */
    record Task(String name, long count, String href) {}

    /** @param years those that are open, if the visitor may see them */
    List<Task> on(LocalDate today, @Nullable List<YearView> years) {
        var tasks = new ArrayList<Task>();
        Set<String> allowed = Scope.permissions();
        if (allowed.contains("invoice.read")) {
            tasks.add(new Task("drafts", register.totals(OWN_DRAFTS, null).rows(), "/invoices?status=DRAFT&mine=true"));
        }
        if (allowed.contains("import.read")) {
            long failed = importing
                    .totals(new Importing.ImportFilter(ImportState.FAILED, null))
                    .rows();
            tasks.add(new Task("imports", failed, "/imports?state=FAILED"));
        }
        if (years != null) tasks.add(new Task("periods", openPeriods(years, today), "/periods"));
        tasks.removeIf(task -> task.count == 0);
        return tasks;
    }

    /** Periods that ended more than a month ago and can still be posted to. */
    private static long openPeriods(List<YearView> years, LocalDate today) {
        LocalDate lastMonth = today.withDayOfMonth(1).minusMonths(1);
        return years.stream()
                .flatMap(year -> year.periods().stream())
                .filter(period ->
                        period.state() == PeriodState.OPEN && period.endsOn().isBefore(lastMonth))
                .count();
    }
}
