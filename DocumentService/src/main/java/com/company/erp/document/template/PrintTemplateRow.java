package com.company.erp.document.template;

import com.company.erp.document.printing.PaperKind;

/**
 * A paper in a language.
 *
 * @param own whether the company has its own template for it
 */
public record PrintTemplateRow(PaperKind paper, String language, boolean own) {}
