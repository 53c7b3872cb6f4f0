package com.company.erp.masterdata.currency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class CurrenciesTest {

    @Test
    void active_currencies_come_in_the_order_of_their_codes_with_their_minor_units() {
        assertThat(Currencies.active())
                .hasSizeGreaterThan(150)
                .contains(
                        new CurrencyView(Currency.getInstance("EUR"), "Euro", 2),
                        new CurrencyView(Currency.getInstance("JPY"), "Japanese yen", 0),
                        new CurrencyView(Currency.getInstance("KWD"), "Kuwaiti dinar", 3));
        assertThat(Currencies.active())
                .extracting(currency -> currency.code().getCurrencyCode())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void gold_and_past_currencies_are_not_offered() {
        assertThat(Currencies.active())
                .extracting(currency -> currency.code().getCurrencyCode())
                .doesNotContain("XAU", "XXX", "DEM", "FRF");
    }
}
