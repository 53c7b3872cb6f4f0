package com.company.erp.user.duty;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a pair of duties does not hold for a user, from one date to another; somebody else signed it, with a reason. */
@Entity
@Table(name = "duty_exceptions")
class DutyException extends CompanyRecord {

    private UUID pairId = new UUID(0, 0);
    private UUID userId = new UUID(0, 0);
    private String reason = "";
    private LocalDate startsOn = LocalDate.EPOCH;
    private LocalDate endsOn = LocalDate.EPOCH;
    private UUID signedBy = new UUID(0, 0);
    private Instant signedAt = Instant.EPOCH;
    private @Nullable Instant revokedAt;

    protected DutyException() {}

    DutyException(NewException wanted, UserId signer, Instant now) {
        this.pairId = wanted.pair().value();
        this.userId = wanted.user().value();
        this.reason = wanted.reason().strip();
        this.startsOn = wanted.startsOn();
        this.endsOn = wanted.endsOn();
        this.signedBy = signer.value();
        this.signedAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) revokedAt = now;
    }

    DutyExceptionView view() {
        return new DutyExceptionView(
                new DutyExceptionId(uuid()),
                version(),
                new DutyPairId(pairId),
                new UserId(userId),
                reason,
                startsOn,
                endsOn,
                new UserId(signedBy),
                signedAt,
                revokedAt);
    }
}
