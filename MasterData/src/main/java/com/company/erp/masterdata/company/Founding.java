package com.company.erp.masterdata.company;

import com.company.erp.kernel.CompanyId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first row of a new company, written with plain SQL: the persistence layer's session is in another company. */
record Founding(CompanyId id, CompanyDetails details) {

    String name() {
        return details.name().strip();
    }

    void insert(JdbcClient jdbc) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(columns());
        columns.put("company_id", id.value());
        columns.put("id", id.value());
        columns.put("version", 0);
        String names = String.join(", ", columns.keySet());
        String values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO companies (" + names + ") VALUES (" + values + ")")
                .params(columns)
                .update();
    }

    Map<String, @Nullable Object> columns() {
        CompanyAddress seat = details.seat();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("name", name());
        columns.put("country", details.country());
        columns.put("base_currency", details.baseCurrency().getCurrencyCode());
        columns.put("time_zone", details.timeZone());
        columns.put("fiscal_year_start_month", details.startMonth());
        columns.put("fiscal_year_start_day", details.startDay());
        columns.put("vat_id", details.vatId());
        columns.put("tax_number", details.taxNumber());
        columns.put("registration_number", details.registrationNumber());
        columns.put("street", seat.street());
        columns.put("street_2", seat.street2());
        columns.put("postal_code", seat.postalCode());
        columns.put("city", seat.city());
        columns.put("region", seat.region());
        columns.put("email", details.email());
        columns.put("phone", details.phone());
        columns.put("dates_in_order", details.inOrder());
        return columns;
    }

    CompanyView view() {
        return new CompanyView(
                id,
                0,
                name(),
                details.country(),
                details.baseCurrency(),
                details.timeZone(),
                details.startMonth(),
                details.startDay(),
                details.vatId(),
                details.taxNumber(),
                details.registrationNumber(),
                details.seat(),
                details.email(),
                details.phone(),
                details.inOrder());
    }
}
