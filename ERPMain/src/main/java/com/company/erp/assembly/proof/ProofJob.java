package com.company.erp.assembly.proof;

import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves the books of a company every so many nights and notes what came of it, for the meters. */
@Component
@EnableConfigurationProperties(ProofProperties.class)
class ProofJob implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(ProofJob.class);

    private final Proof proof;
    private final ProofProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProofJob(Proof proof, ProofProperties properties, JdbcClient jdbc, Clock clock) {
        this.proof = proof;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "proof of the books";
    }

    @Override
    public void run(LocalDate today) {
        Optional<LocalDate> last = lastDay();
        if (last.isPresent() && last.get().plusDays(properties.everyDays()).isAfter(today)) return;
        List<String> faults = proof.faultsOfBooks();
        if (!faults.isEmpty())
            LOG.error(
                    "The books of company {} are not sound: {}", Scope.company().value(), faults);
        note(today, faults.size());
    }

    private Optional<LocalDate> lastDay() {
        return jdbc.sql("SELECT proven_on FROM proofs WHERE company_id = :company")
                .param("company", Scope.company().value())
                .query(LocalDate.class)
                .optional();
    }

    private void note(LocalDate today, int faults) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        INSERT INTO proofs (company_id, id, proven_on, proven_at, faults)
                        VALUES (:company, :company, :today, :now, :faults)
                        ON CONFLICT (company_id, id) DO UPDATE
                        SET proven_on = :today, proven_at = :now, faults = :faults""")
                .param("company", Scope.company().value())
                .param("today", today)
                .param("now", now)
                .param("faults", faults)
                .update();
    }
}
