package com.company.erp.user.member;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.masterdata.company.CompanyFounded;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.user.access.Role;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever founds a company becomes its first administrator. */
@Component
class Founders {

    private final JdbcClient jdbc;
    private final AuditLog audit;

    Founders(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @EventListener
    void admit(CompanyFounded founded) {
        jdbc.sql("""
                        INSERT INTO memberships (company_id, id, version, roles, active)
                        VALUES (:company, :user, 0, :roles, true)""")
                .param("company", founded.company().value())
                .param("user", founded.founder().value())
                .param("roles", new String[] {Role.ADMIN.name()})
                .update();
        audit.record(new DocumentRef("membership", founded.founder()), "create", Map.of("roles", Role.ADMIN.name()));
    }
}
