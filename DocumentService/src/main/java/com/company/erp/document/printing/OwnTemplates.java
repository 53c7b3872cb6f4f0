package com.company.erp.document.printing;

import org.jspecify.annotations.Nullable;

/** Templates that a company has in place of the house's. The feature that keeps them implements it from above. */
public interface OwnTemplates {

    /** The template for a paper in a language of papers; null where the house's serves. */
    @Nullable String html(PaperKind kind, String language);
}
