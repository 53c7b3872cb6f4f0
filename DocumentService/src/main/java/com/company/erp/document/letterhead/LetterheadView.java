package com.company.erp.document.letterhead;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.web.Versioned;

/** A company's letterhead; its files are at /api/letterheads/{id}/attachments. */
public record LetterheadView(CompanyId id, int version, LetterheadDetails details) implements Versioned {}
