package com.company.erp.masterdata.unit;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Uuid7;
import com.company.erp.masterdata.company.CompanyFounded;
import com.company.erp.platform.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each new company the units that nearly all use; it may change or delete them. */
@Component
class UsualUnits {

    private static final List<UnitDraft> USUAL = List.of(
            new UnitDraft("pcs", "piece", "C62"),
            new UnitDraft("set", "set", "SET"),
            new UnitDraft("h", "hour", "HUR"),
            new UnitDraft("d", "day", "DAY"),
            new UnitDraft("mon", "month", "MON"),
            new UnitDraft("g", "gram", "GRM"),
            new UnitDraft("kg", "kilogram", "KGM"),
            new UnitDraft("t", "tonne", "TNE"),
            new UnitDraft("l", "litre", "LTR"),
            new UnitDraft("m", "metre", "MTR"),
            new UnitDraft("m2", "square metre", "MTK"),
            new UnitDraft("m3", "cubic metre", "MTQ"),
            new UnitDraft("km", "kilometre", "KMT"),
            new UnitDraft("kWh", "kilowatt hour", "KWH"));

    private final JdbcClient jdbc;
    private final AuditLog audit;

    UsualUnits(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @EventListener
    void give(CompanyFounded founded) {
        for (UnitDraft unit : USUAL) {
            UUID id = Uuid7.next();
            jdbc.sql("""
                            INSERT INTO units (company_id, id, version, code, name, standard_code, active)
                            VALUES (:company, :id, 0, :code, :name, :standardCode, true)""")
                    .param("company", founded.company().value())
                    .param("id", id)
                    .param("code", unit.code())
                    .param("name", unit.name())
                    .param("standardCode", unit.standardCode())
                    .update();
            audit.record(new DocumentRef("unit", id), "create", Map.of("code", unit.code(), "name", unit.name()));
        }
    }
}
