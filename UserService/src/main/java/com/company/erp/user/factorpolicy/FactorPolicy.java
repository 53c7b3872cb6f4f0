package com.company.erp.user.factorpolicy;

import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Of whom a company asks a second factor. There is one for each company, with its id. */
@Entity
@Table(name = "factor_policies")
class FactorPolicy extends CompanyRecord {

    private boolean everybody;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles = List.of();

    protected FactorPolicy() {}

    FactorPolicy(CompanyId company) {
        super(company.value());
    }

    void ask(boolean ofEverybody, Collection<String> ofRoles) {
        this.everybody = ofEverybody;
        this.roles = List.copyOf(new TreeSet<>(ofRoles));
    }

    FactorPolicyView view() {
        return new FactorPolicyView(new CompanyId(uuid()), version(), everybody, roles);
    }
}
