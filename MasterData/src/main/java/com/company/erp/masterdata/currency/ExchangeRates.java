package com.company.erp.masterdata.currency;

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
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Dated exchange rates of a company. Each call is one transaction, joined if one is open. */
@Door
public class ExchangeRates {

    private static final String COLUMNS = "r.id, r.from_currency, r.to_currency, r.on_date, r.rate, r.source";

    private final JdbcClient jdbc;
    private final RateLookup lookup;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    ExchangeRates(JdbcClient jdbc, RateLookup lookup, AuditLog audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.lookup = lookup;
        this.audit = audit;
        this.events = events;
    }

    /** The active currencies of ISO 4217. */
    @Needs("currency.read")
    @Transactional(readOnly = true)
    public Page<CurrencyView> currencies() {
        return new Page<>(Currencies.active(), null);
    }

    /**
     * What one unit of {@code from} was worth in {@code to}: on the day itself, or on the last day before it that has
     * a rate, which the answer names. One statement.
     *
     * @throws RuleViolation rate.missing, when there is none that early
     */
    @Needs("rate.read")
    @Refuses("rate.missing")
    @Transactional(readOnly = true)
    public RateOn rate(Currency from, Currency to, LocalDate date) {
        return lookup.lastKnown(from, to, date)
                .orElseThrow(() -> new RuleViolation(
                        "rate.missing", "There is no rate of %s in %s on or before %s.".formatted(from, to, date)));
    }

    @Needs("rate.read")
    @Refuses("exchange_rate.unknown")
    @Transactional(readOnly = true)
    public ExchangeRateView read(ExchangeRateId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM exchange_rates r WHERE r.company_id = :company AND r.id = :id")
                .param("company", Scope.company().value())
                .param("id", id.value())
                .query((row, index) -> view(row))
                .optional()
                .orElseThrow(() -> new NotFound("exchange_rate.unknown", "There is no such exchange rate."));
    }

    /** Sorts by date. */
    @Needs("rate.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<ExchangeRateView> list(ExchangeRateFilter filter, Paging paging) {
        return KeysetQuery.of(COLUMNS, "exchange_rates r")
                .filter("r.from_currency = :from", "from", code(filter.from()))
                .filter("r.to_currency = :to", "to", code(filter.to()))
                .filter("r.on_date >= :since", "since", filter.since())
                .filter("r.on_date <= :until", "until", filter.until())
                .filter("r.source = :source", "source", filter.source())
                .filter("(r.from_currency = upper(:q) OR r.to_currency = upper(:q))", "q", paging.q())
                .sort("date", "r.on_date", "date")
                .page(jdbc, paging, "-date", (row, index) -> view(row));
    }

    /** Enters a rate by hand. It goes before an imported one of that pair and day, and replaces an earlier entry. */
    @Needs("rate.create")
    @Refuses({"exchange_rate.same_currency", "exchange_rate.rate"})
    public ExchangeRateView create(ExchangeRateDraft draft) {
        if (draft.from().equals(draft.to())) {
            throw new InvalidInput("to", "exchange_rate.same_currency", "A rate is between two currencies.");
        }
        BigDecimal rate = draft.rate().stripTrailingZeros();
        if (rate.signum() <= 0 || rate.scale() > 10 || rate.precision() - rate.scale() > 10) {
            String message = "A rate is more than zero, with at most 10 digits before and 10 after the point.";
            throw new InvalidInput("rate", "exchange_rate.rate", message);
        }
        ExchangeRateView view = jdbc.sql("""
                        INSERT INTO exchange_rates AS r
                            (company_id, id, from_currency, to_currency, on_date, rate, source)
                        VALUES (:company, :id, :from, :to, :date, :rate, 'MANUAL')
                        ON CONFLICT (company_id, from_currency, to_currency, on_date, source)
                        DO UPDATE SET rate = excluded.rate
                        RETURNING\s""" + COLUMNS)
                .param("company", Scope.company().value())
                .param("id", Uuid7.next())
                .param("from", draft.from().getCurrencyCode())
                .param("to", draft.to().getCurrencyCode())
                .param("date", draft.date())
                .param("rate", rate)
                .query((row, index) -> view(row))
                .single();
        tell("exchange_rate.created", "create", view);
        return view;
    }

    /** Takes back a rate, such as one entered for the wrong day. What was posted by it stays as it is. */
    @Needs("rate.delete")
    @Refuses("exchange_rate.unknown")
    public void withdraw(ExchangeRateId id) {
        ExchangeRateView view = read(id);
        jdbc.sql("DELETE FROM exchange_rates WHERE company_id = :company AND id = :id")
                .param("company", Scope.company().value())
                .param("id", id.value())
                .update();
        tell("exchange_rate.withdrawn", "delete", view);
    }

    /**
     * Takes over a rate file of the European Central Bank, daily or history, XML or CSV: all of it or nothing. Doing it
     * again changes nothing, and rates entered by hand go before it.
     *
     * @throws InvalidInput exchange_rates.format
     */
    @Needs("rate.import")
    @Refuses("exchange_rates.format")
    public RatesImported importRates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            RatesImported imported = RateWriter.write(jdbc, in);
            DocumentRef ref = new DocumentRef("exchange_rates", Uuid7.next());
            Map<String, Object> details = Map.of("read", imported.read(), "stored", imported.stored());
            if (imported.stored() > 0) {
                audit.record(ref, "import", details);
                events.publishEvent(new ExchangeRateEvent("exchange_rates.imported", ref, details));
            }
            return imported;
        }
    }

    private void tell(String type, String action, ExchangeRateView view) {
        DocumentRef ref = new DocumentRef("exchange_rate", view.id());
        Map<String, Object> details = Map.of(
                "from", view.from(),
                "to", view.to(),
                "date", view.date().toString(),
                "rate", view.rate().toPlainString());
        audit.record(ref, action, details);
        events.publishEvent(new ExchangeRateEvent(type, ref, details));
    }

    private static @Nullable String code(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    private static ExchangeRateView view(ResultSet row) throws SQLException {
        return new ExchangeRateView(
                new ExchangeRateId(row.getObject("id", UUID.class)),
                row.getString("from_currency"),
                row.getString("to_currency"),
                row.getObject("on_date", LocalDate.class),
                row.getBigDecimal("rate").stripTrailingZeros(),
                ExchangeRateView.Source.valueOf(row.getString("source")));
    }
}
