package com.company.erp.user.delegation;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That one user stands in for another, from one date to another. It ends by itself, or is revoked before. */
@Entity
@Table(name = "delegations")
class Delegation extends CompanyRecord {

    private UUID absentId = new UUID(0, 0);
    private UUID standInId = new UUID(0, 0);
    private String reason = "";
    private LocalDate startsOn = LocalDate.EPOCH;
    private LocalDate endsOn = LocalDate.EPOCH;
    private UUID madeBy = new UUID(0, 0);
    private Instant madeAt = Instant.EPOCH;
    private @Nullable Instant revokedAt;

    protected Delegation() {}

    Delegation(UserId absent, NewDelegation wanted, UserId maker, Instant now) {
        this.absentId = absent.value();
        this.standInId = wanted.standIn().value();
        this.reason = wanted.reason().strip();
        this.startsOn = wanted.startsOn();
        this.endsOn = wanted.endsOn();
        this.madeBy = maker.value();
        this.madeAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) revokedAt = now;
    }

    UserId absent() {
        return new UserId(absentId);
    }

    DelegationView view() {
        return new DelegationView(
                new DelegationId(uuid()),
                version(),
                absent(),
                new UserId(standInId),
                reason,
                startsOn,
                endsOn,
                new UserId(madeBy),
                madeAt,
                revokedAt);
    }
}
