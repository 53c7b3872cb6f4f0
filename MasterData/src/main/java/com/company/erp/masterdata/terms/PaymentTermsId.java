package com.company.erp.masterdata.terms;

import com.company.erp.kernel.Id;
import java.util.UUID;

/** Identifies payment terms. */
public record PaymentTermsId(UUID value) implements Id {

    public static PaymentTermsId valueOf(String text) {
        return new PaymentTermsId(Id.parse(text));
    }
}
