package com.company.erp.assembly.watch;

import com.company.erp.platform.events.DomainEvent;
import com.company.erp.user.account.SignInAttempt;
import com.company.erp.web.system.SystemState.Figures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the house does, in figures: what happened to records (an invoice issued, an entry posted) and how attempts to
 * sign in ended on this instance, and what waits in the whole installation. Nothing of it says whose.
 */
@Component
class HouseMeters {

    /** The meters of one look share one question to the database. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final double NO = Double.NaN;
    private static final Figures UNKNOWN = new Figures(NO, NO, NO, NO, NO, NO, NO, NO);

    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Figures latest = UNKNOWN;
    private Instant asked = Instant.MIN;

    HouseMeters(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        this.jdbc = jdbc;
        this.clock = clock;
        gauge(
                "erp.events.unsealed.age",
                "seconds",
                "Age of the oldest event without a number",
                Figures::unsealedSeconds);
        gauge("erp.jobs.behind", "days", "How far the slowest daily job is behind", Figures::jobsBehindDays);
        gauge("erp.mails.waiting.age", "seconds", "Age of the oldest e-mail in the queue", Figures::mailSeconds);
        gauge("erp.mails.stuck", null, "E-mails that failed for good or are uncertain", Figures::mailsStuck);
        gauge("erp.signins.failed", null, "Failed sign-ins within the last 15 minutes", Figures::signInsFailed);
        gauge("erp.backup.age", "seconds", "Age of the newest backup that was noted", Figures::backupSeconds);
        gauge(
                "erp.proof.age",
                "seconds",
                "How long ago the oldest proof of a company's books was",
                Figures::proofSeconds);
        gauge("erp.proof.unsound", null, "Companies whose books are not sound", Figures::unsoundCompanies);
        // From the start: an alert sees no growth from nothing to one.
        for (var outcome : SignInAttempt.Outcome.values()) attempts(outcome);
    }

    /** Counts also what a transaction takes back at its end: a rate to look at, and no bookkeeping. */
    @EventListener
    void count(DomainEvent event) {
        meters.counter("erp.events", "type", event.type()).increment();
    }

    @EventListener
    void count(SignInAttempt attempt) {
        attempts(attempt.outcome()).increment();
    }

    private Counter attempts(SignInAttempt.Outcome outcome) {
        return Counter.builder("erp.signins")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .description("Attempts to prove who one is, by how they ended")
                .register(meters);
    }

    private void gauge(String name, @Nullable String unit, String what, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, this, house -> figure.applyAsDouble(house.figures()))
                .baseUnit(unit)
                .description(what)
                .register(meters);
    }

    synchronized Figures figures() {
        Instant now = clock.instant();
        if (asked.plus(FRESH).isAfter(now)) return latest;
        latest = read();
        asked = now;
        return latest;
    }

    private Figures read() {
        try {
            return jdbc.sql("""
                            SELECT unsealed_seconds, jobs_behind_days, mail_seconds, mails_stuck, sign_ins_failed,
                                   backup_seconds, proof_seconds, unsound_companies
                            FROM erp_figures(), erp_care_figures()""").query(Figures.class).single();
        } catch (DataAccessException e) {
            return UNKNOWN; // Health says that the database is away.
        }
    }
}
