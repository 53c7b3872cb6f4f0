package com.company.erp.finance.statement;

import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.statement.AccountSums.AccountRow;
import com.company.erp.finance.statement.AccountSums.Sums;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TrialBalanceReport {

    private final AccountSums sums;
    private final BaseCurrency base;

    TrialBalanceReport(AccountSums sums, BaseCurrency base) {
        this.sums = sums;
        this.base = base;
    }

    TrialBalance read(Span span, @Nullable Span compared) {
        Currency currency = base.current();
        List<AccountRow> accounts = sums.read(span, compared, currency).stream()
                .filter(a -> a.postable() && !a.isEmpty())
                .toList();
        return new TrialBalance(
                span.from(),
                span.to(),
                compared == null ? null : compared.from(),
                compared == null ? null : compared.to(),
                currency,
                accounts.stream().map(a -> row(a, span, compared)).toList(),
                totals(accounts, BigDecimal.ZERO.setScale(currency.getDefaultFractionDigits())));
    }

    private static TrialBalance.Row row(AccountRow account, Span span, @Nullable Span compared) {
        Sums sums = account.sums();
        Sums other = account.compared();
        return new TrialBalance.Row(
                account.account(),
                account.code(),
                account.name(),
                account.type(),
                sums.opening(),
                sums.debit(),
                sums.credit(),
                sums.closing(),
                compared == null ? null : other.opening(),
                compared == null ? null : other.debit(),
                compared == null ? null : other.credit(),
                compared == null ? null : other.closing(),
                Links.lines(account.account(), span),
                compared == null ? null : Links.lines(account.account(), compared));
    }

    private static TrialBalance.Totals totals(List<AccountRow> accounts, BigDecimal zero) {
        Sums total = new Sums(zero, zero, zero);
        BigDecimal debitBalances = zero;
        BigDecimal creditBalances = zero;
        for (AccountRow account : accounts) {
            total = total.plus(account.sums());
            BigDecimal closing = account.sums().closing();
            if (closing.signum() > 0) debitBalances = debitBalances.add(closing);
            else creditBalances = creditBalances.subtract(closing);
        }
        return new TrialBalance.Totals(
                total.opening(), total.debit(), total.credit(), total.closing(), debitBalances, creditBalances);
    }
}
