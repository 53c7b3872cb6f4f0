package com.company.erp.finance.invoicing;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.subledger.DocumentSettled;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.Money;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets invoices follow their open items, in the transaction that settles them. */
@Component
class InvoiceSettlement {

    private static final Set<String> OURS = Set.of(InvoiceType.INVOICE.refType(), InvoiceType.CREDIT_NOTE.refType());
    private static final Set<String> CREDIT_ALONE = Set.of(InvoiceType.CREDIT_NOTE.refType());

    private final Invoices invoices;
    private final Subledger subledger;
    private final ApplicationEventPublisher events;

    InvoiceSettlement(Invoices invoices, Subledger subledger, ApplicationEventPublisher events) {
        this.invoices = invoices;
        this.subledger = subledger;
        this.events = events;
    }

    @EventListener
    void follow(DocumentSettled settled) {
        if (!OURS.contains(settled.document().type())) return;
        Invoice invoice = invoices.take(new InvoiceId(settled.document().id()));
        boolean wasClosed = invoice.open().isZero();
        invoice.settle(openOf(settled), settled.settledBy().equals(CREDIT_ALONE), settled.on());
        InvoiceView view = invoice.view();
        if (view.open().isZero() && !wasClosed) {
            events.publishEvent(new InvoiceEvent.Closed(view.id(), view.type(), view.status()));
        } else if (wasClosed && !view.open().isZero()) {
            events.publishEvent(new InvoiceEvent.Reopened(view.id(), view.type(), view.open()));
        }
    }

    private Map<UUID, Money> openOf(DocumentSettled settled) {
        return subledger.items(settled.document()).stream()
                .collect(Collectors.toMap(item -> item.id().value(), InvoiceSettlement::open));
    }

    private static Money open(OpenItemView item) {
        return item.open().abs();
    }
}
