package com.company.erp.finance.invoicing;

import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.events.DomainEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to invoices and credit notes, for other features and the event feed. */
public sealed interface InvoiceEvent extends DomainEvent {

    InvoiceId invoice();

    @Override
    default DocumentRef ref() {
        return InvoiceType.INVOICE.ref(invoice());
    }

    /** A draft was written. */
    record Drafted(InvoiceId invoice, InvoiceType kind, PartyId customer) implements InvoiceEvent {
        @Override
        public String type() {
            return "invoice.drafted";
        }

        @Override
        public DocumentRef ref() {
            return kind.ref(invoice);
        }
    }

    /** A draft was changed. */
    record Changed(InvoiceId invoice) implements InvoiceEvent {
        @Override
        public String type() {
            return "invoice.changed";
        }
    }

    /** A draft was given up. */
    record Cancelled(InvoiceId invoice) implements InvoiceEvent {
        @Override
        public String type() {
            return "invoice.cancelled";
        }
    }

    /** It was posted and got its number. */
    record Issued(InvoiceId invoice, InvoiceType kind, String number, PartyId customer, Money gross)
            implements InvoiceEvent {
        @Override
        public String type() {
            return kind == InvoiceType.INVOICE ? "invoice.issued" : "credit_note.issued";
        }

        @Override
        public DocumentRef ref() {
            return kind.ref(invoice);
        }
    }

    /** It came from another system, where it had been issued. */
    record Imported(InvoiceId invoice, InvoiceType kind, String externalNumber, PartyId customer, Money gross)
            implements InvoiceEvent {
        @Override
        public String type() {
            return "invoice.imported";
        }

        @Override
        public DocumentRef ref() {
            return kind.ref(invoice);
        }
    }

    /** A credit note took a part of it back, or all. */
    record Credited(InvoiceId invoice, InvoiceId creditNote, Money amount) implements InvoiceEvent {
        @Override
        public String type() {
            return "invoice.credited";
        }
    }

    /** An instalment was not paid in time. */
    record Overdue(
            InvoiceId invoice,
            @Nullable String number,
            @Nullable LocalDate dueDate,
            Money open) implements InvoiceEvent {
        @Override
        public String type() {
            return "invoice.overdue";
        }
    }

    /** Nothing is open of it any more; {@code status} says whether it was paid, or credited alone. */
    record Closed(InvoiceId invoice, InvoiceType kind, InvoiceStatus status) implements InvoiceEvent {
        @Override
        public String type() {
            if (kind == InvoiceType.CREDIT_NOTE) return "credit_note.used";
            return status == InvoiceStatus.PAID ? "invoice.paid" : "invoice.closed_by_credit";
        }

        @Override
        public DocumentRef ref() {
            return kind.ref(invoice);
        }
    }

    /** A settlement was undone, so that something is open again. */
    record Reopened(InvoiceId invoice, InvoiceType kind, Money open) implements InvoiceEvent {
        @Override
        public String type() {
            return kind == InvoiceType.INVOICE ? "invoice.reopened" : "credit_note.reopened";
        }

        @Override
        public DocumentRef ref() {
            return kind.ref(invoice);
        }
    }
}
