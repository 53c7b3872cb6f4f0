package com.company.erp.masterdata.party;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PartyRecords {

    @Bean
    RecordKind partyKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "parties", "party.read", """
                SELECT 'party' AS type, name AS label, NULL::date AS booked_on
                FROM parties WHERE company_id = :company AND id = :id""");
    }
}
