package com.company.erp.masterdata.currency;

import com.company.erp.platform.tenancy.Scope;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the last known rate of a pair: quoted as such, quoted the other way round, or worked out from two quotes of one
 * day with the euro in between. The latest day wins, on one day the more
 * direct way, and of two quotes the one entered by hand (MANUAL sorts behind ECB).
 */
@Component
class RateLookup {

    private static final String LAST_KNOWN = """
            (SELECT 1 AS way, r.on_date, r.rate AS multiplier, 1::numeric AS divisor FROM exchange_rates r
             WHERE r.company_id = :company AND r.from_currency = :from AND r.to_currency = :to AND r.on_date <= :date
             ORDER BY r.on_date DESC, r.source DESC LIMIT 1)
            UNION ALL
            (SELECT 2, r.on_date, 1, r.rate FROM exchange_rates r
             WHERE r.company_id = :company AND r.from_currency = :to AND r.to_currency = :from AND r.on_date <= :date
             ORDER BY r.on_date DESC, r.source DESC LIMIT 1)
            UNION ALL
            (SELECT 3, t.on_date, t.rate, f.rate
             FROM exchange_rates t JOIN exchange_rates f ON f.company_id = t.company_id AND f.on_date = t.on_date
             WHERE t.company_id = :company AND t.from_currency = 'EUR' AND t.to_currency = :to AND t.on_date <= :date
               AND f.from_currency = 'EUR' AND f.to_currency = :from
             ORDER BY t.on_date DESC, t.source DESC, f.source DESC LIMIT 1)
            ORDER BY on_date DESC, way LIMIT 1""";

    private final JdbcClient jdbc;

    RateLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RateOn> lastKnown(Currency from, Currency to, LocalDate date) {
        if (from.equals(to)) return Optional.of(new RateOn(from, to, BigDecimal.ONE, date));
        return jdbc.sql(LAST_KNOWN)
                .param("company", Scope.company().value())
                .param("from", from.getCurrencyCode())
                .param("to", to.getCurrencyCode())
                .param("date", date)
                .query((row, index) -> rate(from, to, row))
                .optional();
    }

    private static RateOn rate(Currency from, Currency to, ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("multiplier").divide(row.getBigDecimal("divisor"), MathContext.DECIMAL64);
        BigDecimal plain = rate.stripTrailingZeros();
        return new RateOn(
                from, to, plain.scale() < 0 ? plain.setScale(0) : plain, row.getObject("on_date", LocalDate.class));
    }
}
