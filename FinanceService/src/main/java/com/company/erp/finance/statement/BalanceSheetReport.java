package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountType;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.statement.AccountSums.AccountRow;
import com.company.erp.finance.statement.AccountSums.Sums;
import com.company.erp.finance.statement.Section.Computed;
import com.company.erp.finance.statement.Section.Figure;
import com.company.erp.finance.statement.StatementLine.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Balanced by construction: every account stands in exactly one section, or in one of the two computed results, and all
 * of them add up to nothing.
 */
@Component
class BalanceSheetReport {

    private final AccountSums sums;
    private final BaseCurrency base;

    BalanceSheetReport(AccountSums sums, BaseCurrency base) {
        this.sums = sums;
        this.base = base;
    }

    BalanceSheet read(LocalDate on, @Nullable LocalDate comparedOn) {
        Currency currency = base.current();
        BigDecimal zero = BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits());
        Span year = new Span(sums.yearStart(on), on);
        Span comparedYear = comparedOn == null ? null : new Span(sums.yearStart(comparedOn), comparedOn);
        List<AccountRow> chart = sums.read(year, comparedYear, currency);
        boolean compared = comparedOn != null;
        Function<AccountType, Section> section =
                type -> new Section(type, chart, Sums::closing, year, comparedYear, zero);
        Section assets = section.apply(AccountType.ASSET);
        Section liabilities = section.apply(AccountType.LIABILITY);
        Section equity = section.apply(AccountType.EQUITY);
        List<Computed> results = results(chart, year, comparedYear, zero);
        Figure owed = results.stream()
                .map(Computed::figure)
                .reduce(liabilities.total().plus(equity.total()), Figure::plus);

        var lines = new ArrayList<StatementLine>();
        lines.addAll(assets.lines("Assets", List.of()));
        lines.add(total("Total assets", assets.total(), compared));
        lines.addAll(liabilities.lines("Liabilities", List.of()));
        lines.addAll(equity.lines("Equity", results));
        lines.add(total("Total liabilities and equity", owed, compared));
        return new BalanceSheet(on, comparedOn, currency, lines, assets.total().amount(), owed.amount());
    }

    private static List<Computed> results(List<AccountRow> chart, Span year, @Nullable Span compared, BigDecimal zero) {
        Figure prior = new Figure(zero, zero);
        Figure current = prior;
        for (AccountRow account : chart) {
            if (account.type().inBalanceSheet()) continue;
            Sums own = account.sums();
            Sums other = account.compared();
            prior = prior.minus(new Figure(own.opening(), other.opening()));
            current = current.minus(new Figure(own.movement(), other.movement()));
        }
        var results = new ArrayList<Computed>();
        String priorLines = priorResult(year);
        if (priorLines != null) {
            results.add(new Computed("Result of prior years", prior, priorLines, priorResult(compared)));
        }
        String comparedLines = compared == null ? null : Links.result(compared);
        results.add(new Computed("Result of the current year", current, Links.result(year), comparedLines));
        return results;
    }

    private static @Nullable String priorResult(@Nullable Span year) {
        LocalDate before = year == null ? null : year.before();
        return before == null ? null : Links.result(new Span(Span.FIRST, before));
    }

    private static StatementLine total(String name, Figure figure, boolean compared) {
        return new StatementLine(
                0, Kind.TOTAL, null, null, name, figure.amount(), compared ? figure.compared() : null, null, null);
    }
}
