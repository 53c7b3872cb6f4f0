package com.company.erp.platform.trail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the audit log is not what was sealed.
 *
 * @param number of the seal; absent where there is none
 * @param row the id of the row in question
 */
public record AuditFinding(@Nullable Long number, @Nullable UUID row, String finding) {}
