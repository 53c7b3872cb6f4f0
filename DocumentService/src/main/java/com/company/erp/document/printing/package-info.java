/**
 * Papers as PDF/A in the company's letterhead and the customer's language: invoices, credit notes, statements, dunning
 * letters, remittance advices and lists of payments. The paper of an issued document is kept and never made anew. Not
 * for: what the documents say, which is Finance's.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.tenancy",
            "platform.web",
            "masterdata.company",
            "masterdata.party",
            "masterdata.tax",
            "finance.calculation",
            "finance.drafting",
            "finance.dunning",
            "finance.invoicing",
            "finance.payment",
            "finance.receivables",
            "finance.subledger",
            "document.attachment",
            "document.letterhead",
            "document.press",
            "document.storage"
        })
package com.company.erp.document.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
