package com.company.erp.assembly.check;

import com.company.erp.assembly.check.Check.Period;
import com.company.erp.assembly.check.Check.Task;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database tells, to any user who may connect to it. */
final class Database {

    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final double MB = 1024 * 1024;

    private final Connection connection;

    Database(Connection connection) {
        this.connection = connection;
    }

    List<Task> tasks() {
        return List.of(
                new Task(Period.DAILY, "Backup", this::backup),
                new Task(Period.DAILY, "Books", this::books),
                new Task(Period.DAILY, "Jobs", this::jobs),
                new Task(Period.DAILY, "Migrations", this::migrations),
                new Task(Period.DAILY, "Connections", this::connections),
                new Task(Period.DAILY, "Replica", this::replica),
                new Task(Period.DAILY, "Archive of the log", this::archive),
                new Task(Period.WEEKLY, "Statistics", this::statistics),
                new Task(Period.WEEKLY, "Dead rows", this::deadRows),
                new Task(Period.WEEKLY, "Age of transactions", this::age),
                new Task(Period.WEEKLY, "Slow statements", this::slowStatements),
                new Task(Period.MONTHLY, "Indexes", this::indexes));
    }

    private Result backup() throws SQLException {
        double age = number("SELECT backup_seconds FROM erp_care_figures()");
        return Result.measured(age, 26 * HOUR, 30 * HOUR, "the newest that was noted is %s old".formatted(words(age)));
    }

    private Result books() throws SQLException {
        double unsound = number("SELECT unsound_companies FROM erp_care_figures()");
        double age = number("SELECT proof_seconds FROM erp_care_figures()");
        if (unsound > 0) return Result.fault("not sound in %.0f companies; the log says where".formatted(unsound));
        return Result.measured(age, 9 * DAY, 30 * DAY, "sound; every company's proven within %s".formatted(words(age)));
    }

    private Result jobs() throws SQLException {
        double behind = number("SELECT jobs_behind_days FROM erp_figures()");
        double events = number("SELECT unsealed_seconds FROM erp_figures()");
        double mails = number("SELECT mails_stuck FROM erp_figures()");
        if (behind > 1) return Result.fault("a daily job is %.0f days behind; the log says which".formatted(behind));
        if (events > 60) return Result.fault("events wait for their number for " + words(events));
        if (mails > 0) return Result.warning("%.0f e-mails failed or are uncertain".formatted(mails));
        return Result.ok("all done, no e-mail is stuck");
    }

    private Result migrations() {
        int pending = Flyway.configure()
                .dataSource(new SingleConnectionDataSource(connection, true))
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .outOfOrder(true)
                .load()
                .info()
                .pending()
                .length;
        return pending == 0 ? Result.ok("none is pending") : Result.fault(pending + " are pending: database.md, users");
    }

    private Result connections() throws SQLException {
        double used = number("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'");
        double most = number("SELECT current_setting('max_connections')::int");
        return Result.measured(used / most, 0.8, 0.95, "%.0f of %.0f are in use".formatted(used, most));
    }

    /** By its slot, which anybody may see; what a replica says of itself, only a monitor may. */
    private Result replica() throws SQLException {
        if (number("SELECT pg_is_in_recovery()::int") == 1) return Result.fault("this is the replica, not the primary");
        List<String> away = words("SELECT slot_name FROM pg_replication_slots WHERE NOT active ORDER BY 1");
        if (!away.isEmpty()) return Result.fault("does not follow: " + String.join(", ", away));
        double behind = number("""
                SELECT coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)), -1) FROM pg_replication_slots""");
        if (behind < 0) return Result.ok("there is none");
        return Result.measured(behind / MB, 64, 1024, "%.0f MB behind".formatted(behind / MB));
    }

    private Result archive() throws SQLException {
        if (number("SELECT (current_setting('archive_mode') = 'off')::int FROM pg_stat_archiver") == 1) {
            return Result.ok("off; a backup loses what came after it");
        }
        double failing = number("""
                SELECT (last_failed_time > coalesce(last_archived_time, '-infinity'))::int FROM pg_stat_archiver""");
        return failing == 1 ? Result.fault("fails; the log of PostgreSQL says why") : Result.ok("works");
    }

    private Result statistics() throws SQLException {
        List<String> stale = words("""
                SELECT relname FROM pg_stat_user_tables
                WHERE n_live_tup > 10000 AND n_mod_since_analyze > 0.2 * n_live_tup ORDER BY 1""");
        return stale.isEmpty() ? Result.ok("fresh") : Result.warning("ANALYZE " + String.join(", ", stale));
    }

    private Result deadRows() throws SQLException {
        List<String> bloated = words("""
                SELECT relname FROM pg_stat_user_tables
                WHERE n_dead_tup > 100000 AND n_dead_tup > 0.2 * n_live_tup ORDER BY 1""");
        return bloated.isEmpty() ? Result.ok("few") : Result.warning("VACUUM " + String.join(", ", bloated));
    }

    private Result age() throws SQLException {
        double age = number("SELECT max(age(datfrozenxid)) FROM pg_database");
        return Result.measured(
                age,
                5e8,
                1.5e9,
                "%.0f of 2000 million; at the end PostgreSQL stops taking writes".formatted(age / 1e6));
    }

    private Result slowStatements() throws SQLException {
        if (number("SELECT count(*) FROM pg_extension WHERE extname = 'pg_stat_statements'") == 0) {
            return Result.byHand("CREATE EXTENSION pg_stat_statements, and this tells them: database.md, questions");
        }
        double slow = number("SELECT count(*) FROM pg_stat_statements WHERE calls > 5 AND mean_exec_time > 1000");
        return slow == 0
                ? Result.ok("none takes a second on average")
                : Result.warning("%.0f take a second on average: slow-queries.sql".formatted(slow));
    }

    private Result indexes() throws SQLException {
        List<String> invalid = words("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid ORDER BY 1");
        if (!invalid.isEmpty()) return Result.fault("not valid, build anew: " + String.join(", ", invalid));
        return Result.ok("all valid; unused-indexes.sql and bloat.sql tell more");
    }

    private double number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private List<String> words(String sql) throws SQLException {
        List<String> words = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) words.add(rows.getString(1));
        }
        return words;
    }

    private static String words(double seconds) {
        if (seconds < 2 * HOUR) return "%.0f minutes".formatted(seconds / 60);
        return seconds < 2 * DAY ? "%.0f hours".formatted(seconds / HOUR) : "%.0f days".formatted(seconds / DAY);
    }
}
