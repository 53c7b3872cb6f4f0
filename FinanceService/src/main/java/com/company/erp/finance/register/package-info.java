/**
 * The register of invoices and credit notes: lists, search and export, read with plain SQL along their indexes. Not
 * for: one document with its lines, and whatever changes it (invoicing).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.tenancy",
            "platform.web",
            "masterdata.party",
            "finance.ledger",
            "finance.drafting",
            "finance.invoicing"
        })
package com.company.erp.finance.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
