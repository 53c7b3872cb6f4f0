package com.company.erp.finance.fiscal;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fiscal years, each of twelve periods that begin with a month. Years follow one another without a gap. Opening a year
 * opens a number series in every journal; locking a period first waits for the postings that hold a series.
 */
@Door
public class FiscalYears {

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    FiscalYears(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A period and who may post into it. */
    public record PeriodView(PeriodId id, LocalDate startsOn, LocalDate endsOn, PeriodState state) {}

    /** A fiscal year; its label is the {year} in document numbers. */
    public record YearView(UUID id, String label, LocalDate startsOn, LocalDate endsOn, List<PeriodView> periods) {}

    /**
     * Opens the fiscal year that begins on a first of a month, next to the years that are open already.
     *
     * @throws InvalidInput fiscal_year.start, when it is not the first of a month
     * @throws RuleViolation fiscal_year.gap, fiscal_year.open, books.missing
     */
    @Needs("fiscal_year.open")
    @Refuses({"fiscal_year.start", "fiscal_year.gap", "fiscal_year.open", "books.missing"})
    public YearView open(LocalDate startsOn) {
        if (startsOn.getDayOfMonth() != 1 || startsOn.getYear() < 1900 || startsOn.getYear() > 2200) {
            throw new InvalidInput("startsOn", "fiscal_year.start", "A fiscal year starts on the first of a month.");
        }
        LocalDate endsOn = startsOn.plusMonths(MONTHS).minusDays(1);
        List<UUID> journals = lockJournals();
        checkNeighbours(startsOn, endsOn);
        UUID year = Uuid7.next();
        jdbc.sql("""
                        INSERT INTO fiscal_years (company_id, id, label, starts_on, ends_on)
                        VALUES (:company, :id, :label, :startsOn, :endsOn)""")
                .param("company", company())
                .param("id", year)
                .param("label", label(startsOn, endsOn))
                .param("startsOn", startsOn)
                .param("endsOn", endsOn)
                .update();
        for (int month = 0; month < MONTHS; month++) openPeriod(year, startsOn.plusMonths(month));
        journals.forEach(journal -> openSeries(journal, year));
        audit.record(new DocumentRef("fiscal_year", year), "open", Map.of("startsOn", startsOn));
        return read(year).getFirst();
    }

    private List<UUID> lockJournals() {
        // No key changes, so postings, which point at their journal, need not wait.
        List<UUID> journals = jdbc.sql(
                        "SELECT id FROM journals WHERE company_id = :company ORDER BY kind FOR NO KEY UPDATE")
                .param("company", company())
                .query(UUID.class)
                .list();
        if (journals.isEmpty()) throw new RuleViolation("books.missing", "Open the books of the company first.");
        return journals;
    }

    private void checkNeighbours(LocalDate startsOn, LocalDate endsOn) {
        List<YearView> years = read(null);
        if (years.isEmpty()) return;
        LocalDate first = years.getFirst().startsOn();
        LocalDate last = years.getLast().endsOn();
        if (!startsOn.isAfter(last) && !endsOn.isBefore(first)) {
            throw new RuleViolation("fiscal_year.open", "A fiscal year that holds " + startsOn + " is open already.");
        }
        if (!endsOn.plusDays(1).equals(first) && !last.plusDays(1).equals(startsOn)) {
            throw new RuleViolation(
                    "fiscal_year.gap", "Years follow without a gap: the next starts on " + last.plusDays(1) + ".");
        }
    }

    private void openPeriod(UUID year, LocalDate startsOn) {
        jdbc.sql("""
                        INSERT INTO periods (company_id, id, version, fiscal_year_id, starts_on, ends_on, state)
                        VALUES (:company, :id, 0, :year, :startsOn, :endsOn, 'OPEN')""")
                .param("company", company())
                .param("id", Uuid7.next())
                .param("year", year)
                .param("startsOn", startsOn)
                .param("endsOn", startsOn.plusMonths(1).minusDays(1))
                .update();
    }

    /** A series begins its chain with its own id, and the list of series is a chain too. */
    private void openSeries(UUID journal, UUID year) {
        jdbc.sql("""
                        INSERT INTO series (company_id, id, journal_id, fiscal_year_id, ordinal, listing_hash, head)
                        SELECT :company, :id, :journal, :year, coalesce(max(ordinal), 0) + 1,
                               sha256(coalesce((array_agg(listing_hash ORDER BY ordinal DESC))[1], '')
                                      || convert_to(:text, 'UTF8')),
                               sha256(convert_to(:text, 'UTF8'))
                        FROM series WHERE company_id = :company""")
                .param("company", company())
                .param("id", Uuid7.next())
                .param("journal", journal)
                .param("year", year)
                .param("text", company() + " " + journal + " " + year)
                .update();
    }

    private static String label(LocalDate startsOn, LocalDate endsOn) {
        if (startsOn.getYear() == endsOn.getYear()) return Integer.toString(startsOn.getYear());
        return "%d-%02d".formatted(startsOn.getYear(), endsOn.getYear() % 100);
    }

    /** The fiscal years with their periods, oldest first. */
    @Needs("fiscal_year.read")
    @Transactional(readOnly = true)
    public List<YearView> list() {
        return read(null);
    }

    /** Those of the dates on which not everybody may post, since no period is open. */
    @Needs("fiscal_year.read")
    @Transactional(readOnly = true)
    public Set<LocalDate> closed(Set<LocalDate> dates) {
        Set<LocalDate> closed = new HashSet<>(dates);
        for (YearView year : read(null)) {
            for (PeriodView period : year.periods()) {
                if (period.state() != PeriodState.OPEN) continue;
                closed.removeIf(date -> !date.isBefore(period.startsOn()) && !date.isAfter(period.endsOn()));
            }
        }
        return closed;
    }

    /**
     * Says who may post into a period from now on. Waits for the postings under way, so that none slips behind a lock,
     * and takes their series in the order in which postings take more than one.
     *
     * @throws NotFound period.unknown
     */
    @Needs(value = "period.lock", freshly = true)
    @Refuses("period.unknown")
    public PeriodView lock(PeriodId id, PeriodState state) {
        jdbc.sql("""
                        SELECT s.id FROM periods p
                        JOIN series s ON s.company_id = p.company_id AND s.fiscal_year_id = p.fiscal_year_id
                        JOIN journals j ON j.company_id = s.company_id AND j.id = s.journal_id
                        WHERE p.company_id = :company AND p.id = :id
                        ORDER BY j.kind <> 'EXCHANGE', j.kind FOR UPDATE OF s""")
                .param("company", company())
                .param("id", id.value())
                .query(UUID.class)
                .list();
        PeriodState before = jdbc.sql("SELECT state FROM periods WHERE company_id = :company AND id = :id FOR UPDATE")
                .param("company", company())
                .param("id", id.value())
                .query(PeriodState.class)
                .optional()
                .orElseThrow(() -> new NotFound("period.unknown", "No such period."));
        jdbc.sql("UPDATE periods SET state = :state, version = version + 1 WHERE company_id = :company AND id = :id")
                .param("company", company())
                .param("id", id.value())
                .param("state", state.name())
                .update();
        var change = Map.of("before", before.name(), "after", state.name());
        audit.record(new DocumentRef("period", id), "lock", Map.of("state", change));
        return read(null).stream()
                .flatMap(y -> y.periods().stream())
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private record Row(
            UUID yearId,
            String label,
            LocalDate yearStart,
            LocalDate yearEnd,
            UUID id,
            LocalDate startsOn,
            LocalDate endsOn,
            PeriodState state) {}

    private List<YearView> read(@Nullable UUID year) {
        List<Row> rows = jdbc.sql("""
                        SELECT y.id AS year_id, y.label, y.starts_on AS year_start, y.ends_on AS year_end,
                               p.id, p.starts_on, p.ends_on, p.state
                        FROM fiscal_years y
                        JOIN periods p ON p.company_id = y.company_id AND p.fiscal_year_id = y.id
                        WHERE y.company_id = :company AND (:year::uuid IS NULL OR y.id = :year::uuid)
                        ORDER BY p.starts_on""")
                .param("company", company())
                .param("year", year == null ? null : year.toString())
                .query(Row.class)
                .list();
        List<YearView> years = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += MONTHS) {
            Row row = rows.get(i);
            List<PeriodView> periods = rows.subList(i, i + MONTHS).stream()
                    .map(r -> new PeriodView(new PeriodId(r.id), r.startsOn, r.endsOn, r.state))
                    .toList();
            years.add(new YearView(row.yearId, row.label, row.yearStart, row.yearEnd, periods));
        }
        return years;
    }

    private static UUID company() {
        return Scope.company().value();
    }
}
