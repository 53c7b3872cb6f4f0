package com.company.erp.web.settled;

import com.company.erp.finance.subledger.AllocationView;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Table;
import com.company.erp.web.pattern.Texts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a document settles, or is settled by. */
public final class Settled {

    private Settled() {}

    /** @param document whose allocations they are; each row leads to the other side */
    public static Table table(String name, List<AllocationView> allocations, UUID document, Texts texts) {
        Columns<AllocationView> columns = Columns.<AllocationView>begin()
                .link(
                        "document",
                        settles ->
                                texts.constant(other(settles, document).type().toUpperCase(Locale.ROOT)),
                        settles -> Places.of(other(settles, document)))
                .date("on", AllocationView::on)
                .money("amount", AllocationView::amount);
        return columns.table(name, allocations, texts);
    }

    private static DocumentRef other(AllocationView allocation, UUID document) {
        return allocation.creditDocument().id().equals(document)
                ? allocation.debitDocument()
                : allocation.creditDocument();
    }
}
