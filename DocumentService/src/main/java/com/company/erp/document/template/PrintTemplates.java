package com.company.erp.document.template;

import com.company.erp.document.printing.PaperKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PrintTemplates extends Repository<PrintTemplate, UUID> {

    PrintTemplate saveAndFlush(PrintTemplate template);

    void delete(PrintTemplate template);

    Optional<PrintTemplate> findByPaperAndLanguage(PaperKind paper, String language);
}
