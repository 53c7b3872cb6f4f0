package com.company.erp.document.wording;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MailTemplates extends Repository<MailTemplate, UUID> {

    MailTemplate saveAndFlush(MailTemplate template);

    void delete(MailTemplate template);

    Optional<MailTemplate> findByKindAndLanguage(MailKind kind, String language);
}
