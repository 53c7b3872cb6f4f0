package com.company.erp.masterdata.unit;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A unit of quantity. A unit no longer in use is deactivated; what was counted in it stays readable. */
@Entity
@Table(name = "units")
class Unit extends CompanyRecord {

    private String code;
    private String name;
    private @Nullable String standardCode;
    private boolean active = true;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Unit() {}

    Unit(UnitDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.standardCode = draft.standardCode();
    }

    void change(UnitDraft draft) {
        this.code = draft.code();
        this.name = draft.name().strip();
        this.standardCode = draft.standardCode();
    }

    void activate() {
        this.active = true;
    }

    void deactivate() {
        this.active = false;
    }

    UnitId id() {
        return new UnitId(uuid());
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    @Nullable String standardCode() {
        return standardCode;
    }

    boolean active() {
        return active;
    }
}
