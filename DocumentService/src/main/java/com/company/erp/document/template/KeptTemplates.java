package com.company.erp.document.template;

import com.company.erp.document.printing.OwnTemplates;
import com.company.erp.document.printing.PaperKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class KeptTemplates implements OwnTemplates {

    private final PrintTemplates templates;

    KeptTemplates(PrintTemplates templates) {
        this.templates = templates;
    }

    @Override
    public @Nullable String html(PaperKind kind, String language) {
        return templates
                .findByPaperAndLanguage(kind, language)
                .map(PrintTemplate::html)
                .orElse(null);
    }
}
