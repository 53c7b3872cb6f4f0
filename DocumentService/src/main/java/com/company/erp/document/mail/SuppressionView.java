package com.company.erp.document.mail;

import com.company.erp.platform.web.Versioned;
import java.time.Instant;

/**
 * An address that gets no more mail.
 *
 * @param reason BOUNCED or OPTED_OUT
 */
public record SuppressionView(SuppressionId id, int version, String address, String reason, Instant since)
        implements Versioned {}
