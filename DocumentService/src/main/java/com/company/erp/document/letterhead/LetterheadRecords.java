package com.company.erp.document.letterhead;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class LetterheadRecords {

    /** Every company has a letterhead, be it the plain one. */
    @Bean
    RecordKind letterheadKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "letterheads", "letterhead.read", """
                SELECT 'letterhead' AS type, name AS label, NULL::date AS booked_on
                FROM companies WHERE company_id = :company AND id = :id""");
    }
}
