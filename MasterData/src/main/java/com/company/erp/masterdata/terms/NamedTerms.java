package com.company.erp.masterdata.terms;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * Payment terms that a company offers, under a code and a name. They may change: documents that were issued under them
 * keep the instalments they got.
 */
@Entity
@Table(name = "payment_terms")
class NamedTerms extends CompanyRecord {

    private String code;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PaymentTerms terms;

    private boolean active = true;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected NamedTerms() {}

    NamedTerms(PaymentTermsDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.terms = draft.terms();
    }

    void change(PaymentTermsDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.terms = draft.terms();
    }

    void activate() {
        this.active = true;
    }

    void deactivate() {
        this.active = false;
    }

    PaymentTermsId id() {
        return new PaymentTermsId(uuid());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    PaymentTerms terms() {
        return terms;
    }

    boolean active() {
        return active;
    }
}
