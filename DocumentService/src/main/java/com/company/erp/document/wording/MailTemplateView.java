package com.company.erp.document.wording;

import com.company.erp.platform.web.Versioned;

/**
 * The words of a kind of e-mail in a language.
 *
 * @param own whether they are the company's own, and not the house's
 * @param placeholders what may stand in braces
 */
public record MailTemplateView(
        MailKind kind, String language, int version, boolean own, String subject, String text, String placeholders)
        implements Versioned {}
