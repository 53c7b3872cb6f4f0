package com.company.erp.platform.notice;

import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalColumns.Kept;
import com.company.erp.platform.privacy.PersonalColumns.Whose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What notices say of people goes with them, after some months. */
@Configuration(proxyBeanMethods = false)
class NoticePersonalData {

    @Bean
    PersonalColumns columnsOfNotices() {
        return PersonalColumns.of("notices", Whose.ANYBODY, Kept.SHORTLY, "details");
    }
}
