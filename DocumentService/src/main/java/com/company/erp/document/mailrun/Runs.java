package com.company.erp.document.mailrun;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Runs extends Repository<MailRun, UUID> {

    MailRun saveAndFlush(MailRun run);
}
