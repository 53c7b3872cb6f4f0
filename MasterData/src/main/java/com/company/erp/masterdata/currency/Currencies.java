package com.company.erp.masterdata.currency;

import com.company.erp.kernel.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The active currencies of ISO 4217, without funds, metals and test codes. */
public final class Currencies {

    private static final List<CurrencyView> ACTIVE = read();

    private Currencies() {}

    /** In the order of their codes. */
    public static List<CurrencyView> active() {
        return ACTIVE;
    }

    /** An older Java does not know the youngest currencies yet, and keeps no amounts in them. */
    private static List<CurrencyView> read() {
        Set<String> known = Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toSet());
        try (InputStream file = Currencies.class.getResourceAsStream("currencies.csv")) {
            if (file == null) throw new IllegalStateException("currencies.csv is missing.");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 2))
                    .filter(cells -> known.contains(cells[0]))
                    .map(cells -> view(Currency.getInstance(cells[0]), cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CurrencyView view(Currency currency, String name) {
        return new CurrencyView(currency, name, Money.minorUnits(currency));
    }
}
