package com.company.erp.masterdata.tax;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/**
 * A tax code. Its kind stays for good, since tax returns of past periods rest on it; when the law changes a rate, a
 * dated rate is added, and documents of each day find their own. A code no longer in use is deactivated.
 */
@Entity
@Table(name = "tax_codes")
class TaxCode extends CompanyRecord {

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private TaxKind kind;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<DatedRate> rates;

    private boolean active = true;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected TaxCode() {}

    /** @throws InvalidInput tax_code.rates, tax_code.rate */
    TaxCode(TaxCodeDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.kind = draft.kind();
        this.rates = DatedRates.of(kind, draft.rates()).rates();
    }

    /**
     * @throws RuleViolation tax_code.kind_fixed
     * @throws InvalidInput tax_code.rates, tax_code.rate
     */
    void change(TaxCodeDraft draft) {
        if (draft.kind() != kind) {
            throw new RuleViolation("tax_code.kind_fixed", "The kind of a tax code stays; enter another code instead.");
        }
        this.code = draft.code();
        this.name = draft.name().strip();
        this.rates = DatedRates.of(kind, draft.rates()).rates();
    }

    /** @throws RuleViolation tax_code.no_rate, before the first one begins */
    TaxRate on(LocalDate date) {
        return new DatedRates(rates)
                .on(date)
                .map(percent -> new TaxRate(id(), code, name, kind, percent, active))
                .orElseThrow(() -> new RuleViolation(
                        "tax_code.no_rate", "The tax code %s has no rate on %s yet.".formatted(code, date)));
    }

    void activate() {
        this.active = true;
    }

    void deactivate() {
        this.active = false;
    }

    TaxCodeId id() {
        return new TaxCodeId(uuid());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    TaxKind kind() {
        return kind;
    }

    List<DatedRate> rates() {
        return rates;
    }

    boolean active() {
        return active;
    }
}
