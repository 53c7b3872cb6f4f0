/**
 * Customer invoices and credit notes, from the draft to the last cent settled. Not for: money that arrives (payment),
 * which invoice an open item belongs to beyond its status (sub-ledger), and what suppliers charge.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.imports",
            "platform.jobs",
            "platform.notice",
            "platform.records",
            "platform.tenancy",
            "platform.privacy",
            "platform.web",
            "masterdata.company",
            "masterdata.currency",
            "masterdata.party",
            "masterdata.product",
            "masterdata.tax",
            "masterdata.terms",
            "masterdata.unit",
            "finance.calculation",
            "finance.chart",
            "finance.drafting",
            "finance.fiscal",
            "finance.ledger",
            "finance.numbering",
            "finance.subledger"
        })
package com.company.erp.finance.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
