package com.company.erp.finance.invoicing;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies an invoice or a credit note. */
public record InvoiceId(UUID value) implements Id {

    public static InvoiceId valueOf(String text) {
        return new InvoiceId(Id.parse(text));
    }
}
