package com.company.erp.document.mail;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MailServers extends Repository<MailSettings, UUID> {

    MailSettings saveAndFlush(MailSettings settings);

    Optional<MailSettings> findById(UUID id);
}
