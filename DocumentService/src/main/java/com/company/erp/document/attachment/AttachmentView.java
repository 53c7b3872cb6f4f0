package com.company.erp.document.attachment;

import com.company.erp.platform.web.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record; type, size and hash are those of its newest version.
 *
 * @param resource the record's kind, as in its path
 * @param sha256 of the content, in hexadecimal
 * @param keptUntil the last day on which it must be kept
 * @param holdReason why it may not be removed, whatever its term; null when it is not on hold
 */
public record AttachmentView(
        AttachmentId id,
        int version,
        String resource,
        UUID record,
        String name,
        @Nullable String note,
        String mediaType,
        long sizeBytes,
        String sha256,
        boolean printed,
        Retention retention,
        @Nullable LocalDate keptUntil,
        @Nullable String holdReason,
        List<VersionView> versions)
        implements Versioned {

    /** One state of the file; the first one has the number 1. */
    public record VersionView(
            int number, String mediaType, long sizeBytes, String sha256, Instant addedAt, String addedBy) {}
}
