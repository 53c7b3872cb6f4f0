package com.company.erp.user.member;

import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The active administrators of a company, which always keeps one. */
@Component
class Administrators {

    private final JdbcClient jdbc;

    Administrators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds all of them, in one order: two who remove each other meet here, and the second sees the first. */
    boolean isLast(Membership membership) {
        return jdbc.sql("""
                        SELECT id FROM memberships WHERE company_id = :company AND active AND 'ADMIN' = ANY (roles)
                        ORDER BY id FOR UPDATE""")
                .param("company", Scope.company().value())
                .query(UUID.class)
                .list()
                .equals(List.of(membership.uuid()));
    }
}
