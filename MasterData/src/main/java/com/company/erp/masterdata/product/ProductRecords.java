package com.company.erp.masterdata.product;

import com.company.erp.platform.records.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ProductRecords {

    @Bean
    RecordKind productKind(JdbcClient jdbc) {
        return new RecordKind(jdbc, "products", "product.read", """
                SELECT 'product' AS type, name AS label, NULL::date AS booked_on
                FROM products WHERE company_id = :company AND id = :id""");
    }
}
