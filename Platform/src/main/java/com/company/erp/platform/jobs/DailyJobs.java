package com.company.erp.platform.jobs;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the daily jobs. The mark of the last day done is a row of the company, locked while the job runs and advanced in
 * the job's own transaction: a second instance skips the locked row, a crash leaves the mark where it was, and a house
 * that was shut for days finds the mark behind and catches up.
 */
@Component
@EnableConfigurationProperties(JobProperties.class)
public class DailyJobs implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(DailyJobs.class);

    private final List<Watched> jobs;
    private final CompanyDays days;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JobProperties properties;

    DailyJobs(
            List<DailyJob> jobs,
            CompanyDays days,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            JobProperties properties,
            MeterRegistry meters) {
        this.jobs = jobs.stream().map(job -> watched(job, meters)).toList();
        this.days = days;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * A job and what is known of its runs on this instance, each run being one company's.
     *
     * @param time of runs that were done, without the looks that found nothing due
     */
    private record Watched(DailyJob job, Timer time, Counter failures) {}

    private static Watched watched(DailyJob job, MeterRegistry meters) {
        return new Watched(
                job,
                meters.timer("erp.job", "name", job.name()),
                meters.counter("erp.job.failures", "name", job.name()));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(
                new FixedDelayTask(() -> runDue(clock.instant()), properties.checkEvery(), properties.checkEvery()));
    }

    /** Runs what has become due by now, each job of each company in a transaction of its own. */
    public void runDue(Instant now) {
        for (var day : days.at(now)) {
            runDue(day.company(), day.date());
        }
    }

    /** Runs what is due in one company on a date of its own. */
    public void runDue(CompanyId company, LocalDate date) {
        for (var job : jobs) {
            runAlone(job, company, date);
        }
    }

    /** One company's failing job must not keep the others from running; it is tried again at the next check. */
    private void runAlone(Watched watched, CompanyId company, LocalDate date) {
        DailyJob job = watched.job;
        try {
            Scope.run(
                    Actor.system(company, job.name()),
                    () -> transaction.executeWithoutResult(status -> runIfDue(watched, company, date)));
        } catch (RuntimeException e) {
            watched.failures.increment();
            LOG.error("The job {} failed for company {} on {}.", job.name(), company.value(), date, e);
            noteFailure(job, company);
        }
    }

    private void noteFailure(DailyJob job, CompanyId company) {
        try {
            Scope.run(
                    Actor.system(company, job.name()),
                    () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                            INSERT INTO job_marks (company_id, id, job, done_on, failed_at, instance)
                            VALUES (:company, gen_random_uuid(), :job, :never, now(), current_setting('application_name'))
                            ON CONFLICT (company_id, job)
                            DO UPDATE SET failed_at = excluded.failed_at, instance = excluded.instance""")
                            .param("company", company.value())
                            .param("job", job.name())
                            .param("never", LocalDate.EPOCH)
                            .update()));
        } catch (RuntimeException e) {
            LOG.warn("It could not be noted that the job {} failed: {}", job.name(), e.getMessage());
        }
    }

    private void runIfDue(Watched watched, CompanyId company, LocalDate date) {
        DailyJob job = watched.job;
        jdbc.sql("""
                        INSERT INTO job_marks (company_id, id, job, done_on) VALUES (:company, gen_random_uuid(), :job, :never)
                        ON CONFLICT DO NOTHING""")
                .param("company", company.value())
                .param("job", job.name())
                .param("never", LocalDate.EPOCH)
                .update();
        boolean due = jdbc.sql("""
                        SELECT 1 FROM job_marks WHERE company_id = :company AND job = :job AND done_on < :date
                        FOR UPDATE SKIP LOCKED""")
                .param("company", company.value())
                .param("job", job.name())
                .param("date", date)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!due) return;
        watched.time.record(() -> job.run(date));
        jdbc.sql("""
                        UPDATE job_marks
                        SET done_on = :date, ended_at = clock_timestamp(), instance = current_setting('application_name'),
                            seconds = extract(epoch FROM clock_timestamp() - now())
                        WHERE company_id = :company AND job = :job""")
                .param("company", company.value())
                .param("job", job.name())
                .param("date", date)
                .update();
    }
}
