package com.company.erp.finance.invoicing;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InvoiceRecords {

    @Bean
    RecordKind invoiceKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "invoices", "invoice.read", """
                SELECT CASE type WHEN 'INVOICE' THEN 'invoice' ELSE 'credit_note' END AS type, number AS label,
                       CASE WHEN status NOT IN ('DRAFT', 'CANCELLED') THEN issue_date END AS booked_on
                FROM invoices WHERE company_id = :company AND id = :id
                  AND (:madeBy::uuid IS NULL OR made_by = :madeBy::uuid)""");
    }
}
