package com.company.erp.document.finding;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which files are wanted; every part may be absent. */
public record FileFilter(
        @Parameter(description = "What the files are") @Nullable FileKind kind,

        @Parameter(description = "The kind of records that they belong to, such as invoices") @Nullable String resource,

        @Parameter(description = "The id of the record that they belong to") @Nullable UUID record,

        @Parameter(description = "A tag that they bear") @Nullable String tag,

        @Parameter(description = "Added not before this instant") @Nullable Instant from,

        @Parameter(description = "Added before this instant") @Nullable Instant to,

        @Parameter(description = "Whether they are on legal hold") @Nullable Boolean held) {}
