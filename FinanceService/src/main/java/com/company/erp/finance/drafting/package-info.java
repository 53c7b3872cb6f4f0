/**
 * What an invoice is to say: the draft as a user writes it, completed with what customer, products, tax codes and the
 * company say. Not for: documents that exist, with a status and a number, which are the matter of invoicing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "masterdata.company",
            "masterdata.currency",
            "masterdata.party",
            "masterdata.product",
            "masterdata.tax",
            "masterdata.terms",
            "masterdata.unit",
            "finance.calculation",
            "finance.chart"
        })
package com.company.erp.finance.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
