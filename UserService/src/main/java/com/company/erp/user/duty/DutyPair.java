package com.company.erp.user.duty;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Two permissions that one person shall not have both. It holds from the next request on until it is ended. */
@Entity
@Table(name = "duty_pairs")
class DutyPair extends CompanyRecord {

    private String firstPermission = "";
    private String secondPermission = "";
    private String because = "";
    private Instant madeAt = Instant.EPOCH;
    private @Nullable Instant endedAt;

    protected DutyPair() {}

    DutyPair(String one, String other, String because, Instant now) {
        boolean inOrder = one.compareTo(other) < 0;
        this.firstPermission = inOrder ? one : other;
        this.secondPermission = inOrder ? other : one;
        this.because = because;
        this.madeAt = now;
    }

    void end(Instant now) {
        if (endedAt == null) endedAt = now;
    }

    boolean isInForce() {
        return endedAt == null;
    }

    DutyPairView view() {
        return new DutyPairView(
                new DutyPairId(uuid()), version(), firstPermission, secondPermission, because, madeAt, endedAt);
    }
}
