/**
 * The arithmetic of documents with taxed lines: invoices and credit notes now, whatever else has prices later. Pure, to
 * the cent. Not for: where prices and tax rates come from, and where amounts are posted.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.finance.calculation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
