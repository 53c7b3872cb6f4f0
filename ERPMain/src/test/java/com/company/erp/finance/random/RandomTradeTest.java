package com.company.erp.finance.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.InvoicingScenario;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Any sequence of invoices, credit notes, payments, allocations and what takes them back leaves sound books. A failure
 * tells its seed and every step; {@code -Derp.test.seed=N} does another sequence.
 */
class RandomTradeTest extends InvoicingScenario {

    private static final int STEPS = 60;
    private static final int STEPS_BETWEEN_PROOFS = 20;
    private static final int TRADERS = 4;
    private static final int STEPS_AT_ONCE = 40;

    @Autowired
    private HikariDataSource pool;

    private final List<String> trace = new CopyOnWriteArrayList<>();

    static Stream<Long> seeds() {
        Long wanted = Long.getLong("erp.test.seed");
        return wanted != null ? Stream.of(wanted) : Stream.of(1L, 2L, 3L);
    }

    static Stream<Long> seedsAtOnce() {
        Long wanted = Long.getLong("erp.test.seed");
        return wanted != null ? Stream.of(wanted) : Stream.of(11L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void books_stay_sound_whatever_is_done_in_whatever_order(long seed) {
        Market market = market();
        var trade = new RandomTrade(api, market, seed, trace);
        told(seed, () -> {
            for (int step = 1; step <= STEPS; step++) {
                trade.step();
                if (step % STEPS_BETWEEN_PROOFS != 0) continue;
                night(trade.today());
                proof().check(trade.today());
            }
            assertThat(trace).filteredOn(line -> line.contains(" -> 20")).hasSizeGreaterThan(STEPS / 2);
            return true;
        });
    }

    @ParameterizedTest
    @MethodSource("seedsAtOnce")
    void books_stay_sound_and_nobody_meets_a_deadlock_when_several_trade_at_once(long seed) {
        Market market = market();
        long deadlocks = deadlocks();
        var traders = IntStream.range(0, TRADERS)
                .mapToObj(i -> new RandomTrade(api, market, seed * TRADERS + i, trace))
                .toList();
        told(seed, () -> {
            try (var threads = Executors.newFixedThreadPool(TRADERS)) {
                List<Future<Boolean>> ends = new ArrayList<>();
                for (RandomTrade trader : traders) ends.add(threads.submit(() -> trade(trader)));
                for (Future<Boolean> end : ends) end.get();
            }
            return true;
        });
        LocalDate latest = traders.stream()
                .map(RandomTrade::today)
                .max(LocalDate::compareTo)
                .orElseThrow();
        told(seed, () -> {
            proof().check(latest);
            assertThat(deadlocks() - deadlocks).as("deadlocks").isZero();
            return true;
        });
    }

    private boolean trade(RandomTrade trader) {
        for (int step = 1; step <= STEPS_AT_ONCE; step++) {
            trader.step();
            if (step % STEPS_BETWEEN_PROOFS == 0) night(trader.today());
        }
        return true;
    }

    private void night(LocalDate date) {
        trace.add("night of " + date);
        nightOf(date.toString());
    }

    /** Three customers, with whom nothing, instalments or an early-payment discount is agreed. */
    private Market market() {
        trace.clear();
        LocalDate day = Market.BEGIN.minusDays(12);
        for (int i = 0; i < 36; i++, day = day.plusDays(10)) {
            rate("USD", day, BigDecimal.valueOf(850 + i * 37 % 150, 3));
            rate("JPY", day, BigDecimal.valueOf(5800 + i * 91 % 700, 6));
        }
        return new Market(
                List.of(customer("Acme"), customer("Beta"), customer("Gamma")),
                List.of(taxCode(VAT_20), taxCode(VAT_5), taxCode(ZERO_RATED)),
                List.of(instalments(), discount()));
    }

    private void rate(String currency, LocalDate date, BigDecimal rate) {
        api.post(
                        "/api/exchange-rates",
                        Map.of("from", currency, "to", "EUR", "date", date.toString(), "rate", rate.toPlainString()))
                .created();
    }

    private String instalments() {
        return terms("THREE", Map.of("shares", List.of(share("33", 10), share("33", 30), share("34", 60))));
    }

    private String discount() {
        return terms(
                "D3X20", Map.of("shares", List.of(share("100", 30)), "discount", Map.of("percent", "3", "days", 20)));
    }

    private static Map<String, Object> share(String percent, int days) {
        return Map.of("percent", percent, "due", Map.of("kind", "NET", "days", days));
    }

    private String terms(String code, Map<String, ?> terms) {
        return api.post("/api/payment-terms", Map.of("code", code, "name", code, "terms", terms))
                .created()
                .get("id")
                .textValue();
    }

    private Proof proof() {
        return new Proof(api, sql(), UUID.fromString(company.get("id").textValue()));
    }

    private JdbcClient sql() {
        return JdbcClient.create(
                new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()));
    }

    private long deadlocks() {
        return sql().sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    private void told(long seed, Callable<Boolean> work) {
        try {
            work.call();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("Seed " + seed + ", after:\n" + String.join("\n", trace) + "\n" + e, e);
        }
    }
}
