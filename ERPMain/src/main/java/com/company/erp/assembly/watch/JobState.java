package com.company.erp.assembly.watch;

import com.company.erp.web.system.SystemState.Backup;
import com.company.erp.web.system.SystemState.Job;
import com.company.erp.web.system.SystemState.Round;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.TaskExecutionOutcome;
import org.springframework.stereotype.Component;

/** What runs by the clock, and how it went: of all instances from the database, of this one from the scheduler. */
@Component
class JobState {

    /** What the scheduler runs is a method of the class that asked for it. */
    private static final Pattern OWNER = Pattern.compile("(?:.*\\.)?(\\w+)\\$\\$Lambda.*");

    private final JdbcClient jdbc;
    private final List<ScheduledTaskHolder> schedulers;

    JobState(JdbcClient jdbc, List<ScheduledTaskHolder> schedulers) {
        this.jdbc = jdbc;
        this.schedulers = schedulers;
    }

    List<Job> jobs() {
        return jdbc.sql("SELECT job, last_at, seconds, instance, failing, behind, next_at FROM erp_jobs()")
                .query((row, n) -> new Job(
                        row.getString("job"),
                        instant(row, "last_at"),
                        row.getBigDecimal("seconds"),
                        row.getString("instance"),
                        row.getLong("failing"),
                        row.getLong("behind"),
                        Objects.requireNonNull(instant(row, "next_at"))))
                .list();
    }

    List<Backup> backups() {
        return jdbc.sql("SELECT ended_at, size_bytes FROM erp_last_backups()")
                .query((row, n) -> new Backup(
                        Objects.requireNonNull(instant(row, "ended_at")), row.getObject("size_bytes", Long.class)))
                .list();
    }

    List<Round> rounds() {
        return schedulers.stream()
                .flatMap(scheduler -> scheduler.getScheduledTasks().stream())
                .map(JobState::round)
                .sorted(Comparator.comparing(Round::name))
                .toList();
    }

    private static Round round(ScheduledTask task) {
        TaskExecutionOutcome last = task.getTask().getLastExecutionOutcome();
        String name = OWNER.matcher(task.toString()).replaceFirst("$1");
        boolean failed = last.status() == TaskExecutionOutcome.Status.ERROR;
        return new Round(name, last.executionTime(), failed, task.nextExecution());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
