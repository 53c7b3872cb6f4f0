package com.company.erp.platform.imports;

import com.company.erp.platform.table.TableFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, or how it ended.
 *
 * @param progress per cent
 * @param refusedRows rows that are not imported: the wrong ones, and those of the same document
 * @param writtenRows rows that are imported and will stay
 * @param failureCode why it ended FAILED; {@code import.refused} when rows were wrong in mode atomic
 */
public record ImportView(
        ImportId id,
        String resource,
        TableFormat format,
        ImportMode mode,
        boolean dryRun,
        ImportState state,
        int progress,
        boolean cancelRequested,
        int rows,
        int documents,
        int refusedRows,
        int writtenRows,
        @Nullable String failureCode,
        @Nullable String failure,
        String by,
        Instant begunAt,
        @Nullable Instant endedAt) {}
