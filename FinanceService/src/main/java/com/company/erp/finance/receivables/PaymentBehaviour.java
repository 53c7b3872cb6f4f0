package com.company.erp.finance.receivables;

import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How a customer paid.
 *
 * @param months those in which a payment settled something, the earliest first
 */
public record PaymentBehaviour(PartyId customer, LocalDate on, List<PaidMonth> months) {

    /**
     * What was paid in a month, where large amounts weigh more than small ones.
     *
     * @param startsOn its first day
     * @param daysToPay from the date of a document until it was paid
     * @param daysAgreed from the date of a document until it was due
     * @param paidAmount in the base currency, at the rates of the documents
     */
    public record PaidMonth(LocalDate startsOn, BigDecimal daysToPay, BigDecimal daysAgreed, Money paidAmount) {}
}
