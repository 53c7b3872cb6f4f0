package com.company.erp.platform.trail;

import java.util.List;

/**
 * Whether the audit log is what was sealed.
 *
 * @param sealed how many rows have a seal
 * @param findings the first hundred, by number
 */
public record AuditProof(boolean sound, long sealed, List<AuditFinding> findings) {}
