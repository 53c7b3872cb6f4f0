package com.company.erp.document.finding;

import com.company.erp.document.attachment.AttachmentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in a list; type and size are those of its newest version.
 *
 * @param resource the kind of a record of it that the reader may see, as in its path
 * @param recordLabel what people call the record: its number, code or name; empty while it has none
 * @param addedAt when its newest version came, and by whom
 */
public record FileLine(
        AttachmentId id,
        String name,
        @Nullable String note,
        List<String> tags,
        String mediaType,
        long sizeBytes,
        String resource,
        UUID record,
        String recordLabel,
        Instant addedAt,
        String addedBy,
        boolean held) {}
