package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tax by code and month, in {@code currency}. Output is what the company owes on its sales, input what it gets back on
 * its purchases; both are positive in the usual case, and {@code payable} is the first less the second.
 *
 * @param accounts what moved on the tax accounts, beside what the codes explain of it
 */
public record TaxReport(
        @Nullable LocalDate from,
        LocalDate to,
        Currency currency,
        List<Row> rows,
        BigDecimal outputTax,
        BigDecimal inputTax,
        BigDecimal payable,
        List<TaxAccount> accounts) {

    /** Whether tax is owed on sales or comes back on purchases. */
    public enum Direction {
        OUTPUT,
        INPUT
    }

    /** One tax code in one direction. */
    public record Row(
            UUID taxCode,
            String code,
            String name,
            String kind,
            Direction direction,
            BigDecimal base,
            BigDecimal tax,
            List<Month> months) {}

    /** The part of a row that falls into one month. */
    public record Month(LocalDate from, LocalDate to, BigDecimal base, BigDecimal tax) {}

    /**
     * A tax account; credits less debits.
     *
     * @param movement what the ledger holds for the span
     * @param reported what lines with a tax code make of it
     * @param difference what no tax code explains, such as a payment to the tax office
     */
    public record TaxAccount(
            AccountId account,
            String code,
            String name,
            BigDecimal movement,
            BigDecimal reported,
            BigDecimal difference,
            String lines) {}

    /** One month of one tax code as a row of a file. */
    public record FileRow(
            String code,
            String name,
            String kind,
            Direction direction,
            LocalDate from,
            LocalDate to,
            BigDecimal base,
            BigDecimal tax) {}

    List<FileRow> fileRows() {
        return rows.stream()
                .flatMap(row -> row.months().stream()
                        .map(month -> new FileRow(
                                row.code,
                                row.name,
                                row.kind,
                                row.direction,
                                month.from,
                                month.to,
                                month.base,
                                month.tax)))
                .toList();
    }
}
