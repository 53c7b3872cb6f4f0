package com.company.erp.finance.register;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.access.Ruled;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Many invoices and credit notes at once, without their lines. */
@Door
public class InvoiceRegister {

    private static final int MOST = 100;

    private final InvoiceList list;
    private final BestCustomers customers;

    InvoiceRegister(InvoiceList list, BestCustomers customers) {
        this.list = list;
        this.customers = customers;
    }

    /**
     * Sorts by issueDate (drafts last in time), number, dueDate or gross; {@code q} finds number, name and references.
     */
    @Needs(value = "invoice.read", ruledBy = Ruled.OWN)
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<InvoiceRow> list(InvoiceFilter filter, Paging paging) {
        return list.page(filter, paging);
    }

    /** What all of a list come to: {@code gross} and {@code open}. */
    @Needs(value = "invoice.read", ruledBy = Ruled.OWN)
    @Transactional(readOnly = true)
    public ListTotals totals(InvoiceFilter filter, @Nullable String q) {
        return list.totals(filter, q);
    }

    /** Hands over all invoices of a list, the oldest first. */
    @Needs(value = "invoice.read", ruledBy = Ruled.OWN)
    @Transactional(readOnly = true)
    public void export(InvoiceFilter filter, Consumer<Stream<InvoiceRow>> rows) {
        try (Stream<InvoiceRow> all = list.stream(filter)) {
            rows.accept(all);
        }
    }

    /** To whom most was invoiced between two dates, the best customer first; up to a hundred. */
    @Needs("report.read")
    @Refuses("limit.range")
    @Transactional(readOnly = true)
    public List<CustomerSales> bestCustomers(LocalDate from, LocalDate to, int most) {
        if (most >= 1 && most <= MOST) return customers.read(from, to, most);
        throw new InvalidInput("limit", "limit.range", "A limit is 1 to " + MOST + ".");
    }
}
