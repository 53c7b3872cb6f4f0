package com.company.erp.document.template;

import com.company.erp.document.printing.PaperKind;
import com.company.erp.platform.web.Versioned;

/**
 * The template of a paper in a language.
 *
 * @param own whether it is the company's own, and not the house's
 */
public record PrintTemplateView(PaperKind paper, String language, int version, boolean own, String html)
        implements Versioned {}
