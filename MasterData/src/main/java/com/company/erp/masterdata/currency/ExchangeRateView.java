package com.company.erp.masterdata.currency;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A rate as it is kept. Rates of the European Central Bank are kept as it quotes them, from EUR; every other pair is
 * worked out from them when it is asked for. A rate may be of a currency that is no longer active.
 */
public record ExchangeRateView(
        ExchangeRateId id, String from, String to, LocalDate date, BigDecimal rate, Source source) {

    public enum Source {
        ECB,
        /** Entered by hand; goes before an imported one of the same day. */
        MANUAL
    }
}
