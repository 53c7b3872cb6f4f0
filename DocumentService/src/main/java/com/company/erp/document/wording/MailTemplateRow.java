package com.company.erp.document.wording;

/**
 * A kind of e-mail in a language.
 *
 * @param own whether the company has its own words for it
 */
public record MailTemplateRow(MailKind kind, String language, boolean own) {}
