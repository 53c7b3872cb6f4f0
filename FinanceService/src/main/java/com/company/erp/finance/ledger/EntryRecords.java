package com.company.erp.finance.ledger;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EntryRecords {

    @Bean
    RecordKind entryKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "entries", "entry.read", """
                SELECT 'entry' AS type, number AS label, entry_date AS booked_on
                FROM entries WHERE company_id = :company AND id = :id""");
    }
}
