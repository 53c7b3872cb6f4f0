package com.company.erp.document.mail;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Mails extends Repository<Mail, UUID> {

    Mail saveAndFlush(Mail mail);

    Optional<Mail> findById(UUID id);

    List<Mail> findByResourceAndRecordIdOrderById(String resource, UUID recordId);

    default Mail get(MailId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("mail.unknown", "There is no such e-mail."));
    }
}
