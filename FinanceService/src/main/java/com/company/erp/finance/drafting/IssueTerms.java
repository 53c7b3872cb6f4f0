package com.company.erp.finance.drafting;

import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.terms.PaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What a document takes from the world on the day of its issue, and keeps.
 *
 * @param taxPercents what the seller charges under each tax code on the day of supply; empty for a credit note, whose
 *     amounts are those of the invoice it corrects
 * @param rate from the document's currency to the company's base currency
 */
public record IssueTerms(
        LocalDate date,
        PaymentTerms payment,
        Map<UUID, BigDecimal> taxPercents,
        RateOn rate,
        PartySnapshot seller,
        PartySnapshot buyer) {}
