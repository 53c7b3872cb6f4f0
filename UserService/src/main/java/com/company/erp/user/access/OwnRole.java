package com.company.erp.user.access;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A role that a company made for itself. Its name stays, since memberships name it; what it grants may change. */
@Entity
@Table(name = "roles")
class OwnRole extends CompanyRecord {

    private String name = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions = List.of();

    protected OwnRole() {}

    OwnRole(String name, Collection<String> permissions) {
        this.name = name;
        grant(permissions);
    }

    final void grant(Collection<String> wanted) {
        permissions = List.copyOf(new TreeSet<>(wanted));
    }

    String name() {
        return name;
    }

    List<String> permissions() {
        return List.copyOf(permissions);
    }

    RoleView view() {
        return new RoleView(new RoleId(uuid()), version(), name, permissions());
    }
}
