package com.company.erp.user.member;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.notice.Readers;
import com.company.erp.platform.tenancy.Scope;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The active members of a company are who can be told something there. */
@Component
class Members implements Readers {

    private final JdbcClient jdbc;

    Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean include(Set<UserId> users) {
        if (users.isEmpty()) return true;
        int found = jdbc.sql("SELECT count(*) FROM memberships WHERE company_id = :company AND active AND id IN (:ids)")
                .param("company", Scope.company().value())
                .param("ids", users.stream().map(UserId::value).toList())
                .query(Integer.class)
                .single();
        return found == users.size();
    }
}
