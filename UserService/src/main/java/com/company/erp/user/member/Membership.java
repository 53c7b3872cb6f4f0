package com.company.erp.user.member;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * That a user belongs to a company, and as what. It begins with an invitation and is never deleted, since the books
 * name who did what; who leaves is made inactive and shut out with the next request.
 */
@Entity
@Table(name = "memberships")
class Membership extends CompanyRecord {

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles = List.of();

    private boolean active = true;
    private @Nullable Instant leftAt;

    protected Membership() {}

    Membership(UserId user, Set<String> roles) {
        super(user.value());
        take(roles);
    }

    final void take(Set<String> wanted) {
        roles = List.copyOf(new TreeSet<>(wanted));
    }

    void activate() {
        active = true;
        leftAt = null;
    }

    void deactivate(Instant now) {
        if (!active) return;
        active = false;
        leftAt = now;
    }

    UserId user() {
        return new UserId(uuid());
    }

    Set<String> roles() {
        return Set.copyOf(roles);
    }

    boolean isActive() {
        return active;
    }
}
