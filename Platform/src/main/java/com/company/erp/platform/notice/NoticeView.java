package com.company.erp.platform.notice;

import com.company.erp.kernel.DocumentRef;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A notice as its reader sees it.
 *
 * @param topic what happened, such as {@code import.ended}
 * @param details what a sentence about it needs, by name
 * @param fresh whether it came after the reader last looked
 */
public record NoticeView(
        UUID id, Instant at, String topic, DocumentRef record, Map<String, String> details, boolean fresh) {}
