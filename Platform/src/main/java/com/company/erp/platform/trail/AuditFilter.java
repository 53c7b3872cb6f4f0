package com.company.erp.platform.trail;

import com.company.erp.kernel.UserId;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which rows of the audit log are wanted; every part may be absent. */
public record AuditFilter(
        @Parameter(description = "The type of the record, such as invoice or party") @Nullable String type,

        @Parameter(description = "The id of the record") @Nullable UUID record,

        @Parameter(description = "The id of the user who acted, or for whom somebody stood in") @Nullable UserId actor,

        @Parameter(description = "The id of the user who acted in the place of another") @Nullable UserId standIn,

        @Parameter(description = "What was done, such as create, change or delete") @Nullable String action,

        @Parameter(description = "Not before this instant") @Nullable Instant from,

        @Parameter(description = "Before this instant") @Nullable Instant to) {}
