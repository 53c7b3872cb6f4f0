package com.company.erp.finance.payment;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class PaymentRecords {

    @Bean
    RecordKind paymentKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "payments", "payment.read", """
                SELECT 'payment' AS type, number AS label, paid_on AS booked_on
                FROM payments WHERE company_id = :company AND id = :id""");
    }
}
