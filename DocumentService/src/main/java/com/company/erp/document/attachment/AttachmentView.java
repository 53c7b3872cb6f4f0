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
 * @param resource the kind of the record by which the reader came to the file, as in its path
 * @param recordLabel what people call that record: its number, code or name; empty while it has none
 * @param others the other records that it belongs to, as far as the reader may see them
 * @param sha256 of the content, in hexadecimal
 * @param keptUntil the last day on which it must be kept
 * @param holdReason why it may not be removed, whatever its term; null when it is not on hold
 */
public record AttachmentView(
        AttachmentId id,
        int version,
        String resource,
        UUID record,
        String recordLabel,
        String name,
        @Nullable String note,
        List<String> tags,
        String mediaType,
        long sizeBytes,
        String sha256,
        boolean printed,
        Retention retention,
        @Nullable LocalDate keptUntil,
        @Nullable String holdReason,
        List<VersionView> versions,
        List<PlaceView> others)
        implements Versioned {

    /**
     * A record that the file belongs to.
     *
     * @param label what people call it: its number, code or name; empty while it has none
     */
    public record PlaceView(String resource, UUID record, String label) {}

    /** One state of the file; the first one has the number 1. */
    public record VersionView(
            int number, String mediaType, long sizeBytes, String sha256, Instant addedAt, String addedBy) {}
}
