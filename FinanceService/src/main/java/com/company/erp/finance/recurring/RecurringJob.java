package com.company.erp.finance.recurring;

import com.company.erp.finance.recurring.Recurring.Due;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.ErpException;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.notice.Notices;
import com.company.erp.platform.web.DatabaseRefusal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Posts what is due, by date. Each date is a transaction of its own, so that one that is refused, by a locked period
 * for
 * instance, stops no other, and a crash leaves posted what was posted and due what was due.
 */
@Component
class RecurringJob implements DailyJob {

    private final Recurring recurring;
    private final Notices notices;

    RecurringJob(Recurring recurring, Notices notices) {
        this.recurring = recurring;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "recurring entries";
    }

    @Override
    public void run(LocalDate today) {
        recurring.refused().forEach(this::post);
        for (Due due = recurring.nextDue(today); due != null; due = recurring.nextDue(today)) post(due);
    }

    private void post(Due due) {
        try {
            recurring.post(due);
        } catch (ErpException | DataAccessException | TransactionException e) {
            ErpException refusal = DatabaseRefusal.orSelf(e);
            if (refusal == null) throw e;
            recurring.refuse(due, refusal.code() + ": " + refusal.getMessage());
            notices.tellHolders(
                    "recurring_entry.read",
                    "recurring_entry.refused",
                    new DocumentRef("recurring_entry", due.id()),
                    Map.of("on", due.on().toString()));
        }
    }
}
