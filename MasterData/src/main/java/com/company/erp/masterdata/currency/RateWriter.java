package com.company.erp.masterdata.currency;

import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the quotes of one file, a thousand to a statement; those that are known already stay as they are. */
final class RateWriter {

    private static final String STORE = """
            INSERT INTO exchange_rates (company_id, id, from_currency, to_currency, on_date, rate, source)
            SELECT :company, q.id, 'EUR', q.currency, q.on_date, q.rate, 'ECB'
            FROM unnest(:ids::uuid[], :currencies::text[], :dates::date[], :rates::numeric[])
                AS q (id, currency, on_date, rate)
            ON CONFLICT (company_id, from_currency, to_currency, on_date, source) DO UPDATE SET rate = excluded.rate
            WHERE exchange_rates.rate <> excluded.rate""";

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Map<String, EcbQuote> batch = new LinkedHashMap<>();

    private int read;
    private int stored;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    private RateWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static RatesImported write(JdbcClient jdbc, InputStream file) throws IOException {
        RateWriter writer = new RateWriter(jdbc);
        EcbFile.read(file, writer::take);
        writer.store();
        return new RatesImported(writer.read, writer.stored, writer.first, writer.last);
    }

    /** Of two quotes for one day and currency the later in the file counts. */
    private void take(EcbQuote quote) {
        read++;
        if (first == null || quote.date().isBefore(first)) first = quote.date();
        if (last == null || quote.date().isAfter(last)) last = quote.date();
        batch.put(quote.currency() + quote.date(), quote);
        if (batch.size() == BATCH) store();
    }

    private void store() {
        if (batch.isEmpty()) return;
        Collection<EcbQuote> quotes = batch.values();
        stored += jdbc.sql(STORE)
                .param("company", Scope.company().value())
                .param("ids", texts(quotes, quote -> Uuid7.next()))
                .param("currencies", texts(quotes, EcbQuote::currency))
                .param("dates", texts(quotes, EcbQuote::date))
                .param("rates", texts(quotes, quote -> quote.perEuro().toPlainString()))
                .update();
        batch.clear();
    }

    private static String[] texts(Collection<EcbQuote> quotes, Function<EcbQuote, Object> value) {
        return quotes.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
