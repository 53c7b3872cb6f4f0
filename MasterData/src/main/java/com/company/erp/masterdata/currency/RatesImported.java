package com.company.erp.masterdata.currency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an import of rates did.
 *
 * @param read how many rates the file holds
 * @param stored how many of them were new or had changed
 * @param first the earliest day in the file; null when it holds no rate
 * @param last the latest day in the file
 */
public record RatesImported(
        int read,
        int stored,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {}
