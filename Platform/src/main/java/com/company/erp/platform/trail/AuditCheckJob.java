package com.company.erp.platform.trail;

import com.company.erp.platform.jobs.DailyJob;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Holds the audit log against its seals every night, and then writes down where its chain ends. A log that is not sound
 * makes the job fail: the log of the house says where, and the job stays behind, which wakes whoever watches.
 */
@Component
class AuditCheckJob implements DailyJob {

    private final AuditTrail trail;
    private final AuditHeads heads;

    AuditCheckJob(AuditTrail trail, AuditHeads heads) {
        this.trail = trail;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "audit check";
    }

    @Override
    public void run(LocalDate today) {
        AuditProof proof = trail.check();
        if (!proof.sound()) throw new IllegalStateException("The audit log is not sound: " + proof.findings());
        heads.writeDown(today);
    }
}
