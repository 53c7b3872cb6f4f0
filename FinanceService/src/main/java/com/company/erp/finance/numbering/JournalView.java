package com.company.erp.finance.numbering;

import com.company.erp.platform.web.Versioned;

/**
 * A journal as shown to others.
 *
 * @param ascending whether dates may not run backwards within a series; those of invoices and credit notes may not in a
 *     company that says so of itself (datesInOrder) either
 */
public record JournalView(JournalKind kind, String name, String pattern, boolean ascending, int version)
        implements Versioned {}
