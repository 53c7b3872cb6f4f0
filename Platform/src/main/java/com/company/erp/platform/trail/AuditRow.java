package com.company.erp.platform.trail;

import com.company.erp.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to one record.
 *
 * @param at when the transaction began, by the database's clock
 * @param actor who acted, or for whom somebody stood in
 * @param standIn who really acted, where it was another
 * @param permission by which right; absent for what everybody may do, and for what the house does by itself
 * @param address the network address that the request came from; absent for what the house does by itself
 * @param reason why it was done, where that was said beside the request
 * @param number of its seal, without gaps within the company; absent until it is sealed, a moment after commit
 * @param seal the hash over this row and all before it
 * @param requestId the trace id of the request, as in its answer and in the log
 */
public record AuditRow(
        UUID id,
        Instant at,
        UserId actor,
        String actorName,
        @Nullable UserId standIn,
        @Nullable String standInName,
        @Nullable String permission,
        @Nullable String address,
        @Nullable String requestId,
        String recordType,
        UUID recordId,
        String action,
        List<FieldChange> changes,
        @Nullable String reason,
        @Nullable Long number,
        @Nullable String seal) {}
