package com.company.erp.document.mailrun;

import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalColumns.Kept;
import com.company.erp.platform.privacy.PersonalColumns.Whose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs say of people: who started them, and why something could not be sent. */
@Configuration(proxyBeanMethods = false)
class MailRunPersonalData {

    @Bean
    PersonalColumns columnsOfMailRuns() {
        return PersonalColumns.of("mail_runs", Whose.USER, Kept.WITH_BOOKS, "started_by");
    }

    @Bean
    PersonalColumns columnsOfMailRunItems() {
        return PersonalColumns.of("mail_run_items", Whose.PARTY, Kept.WITH_BOOKS, "problem");
    }
}
