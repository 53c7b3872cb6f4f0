package com.company.erp.finance.dunning;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DunningRecords {

    /** A letter, and no voucher: nothing is booked by it. */
    @Bean
    RecordKind dunningKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "dunning-letters", "dunning.read", """
                SELECT 'dunning_letter' AS type, p.name || ' ' || l.dunned_on AS label, NULL::date AS booked_on
                FROM dunning_letters l JOIN parties p ON p.company_id = l.company_id AND p.id = l.party_id
                WHERE l.company_id = :company AND l.id = :id""");
    }
}
