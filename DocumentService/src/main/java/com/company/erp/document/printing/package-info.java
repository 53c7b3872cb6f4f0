/**
 * Papers as PDF/A: invoices, credit notes and statements in the company's letterhead and the customer's language. The
 * paper of an issued document is kept and never made anew. Not for: what the documents say, which is Finance's.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "masterdata.company",
            "masterdata.party",
            "masterdata.tax",
            "finance.calculation",
            "finance.drafting",
            "finance.invoicing",
            "finance.receivables",
            "document.attachment",
            "document.storage"
        })
package com.company.erp.document.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
