package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.BaseCurrency;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.statement.LedgerLines.End;
import com.company.erp.finance.statement.LedgerLines.Row;
import com.company.erp.finance.statement.LedgerLines.Sheet;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds the running balance to postings, and gathers them by account. */
@Component
class GeneralLedgerReport {

    private final LedgerLines lines;
    private final BaseCurrency base;

    GeneralLedgerReport(LedgerLines lines, BaseCurrency base) {
        this.lines = lines;
        this.base = base;
    }

    /** @throws NotFound account.unknown */
    GeneralLedger page(@Nullable AccountId account, Span span, @Nullable String after, int size) {
        return page(start(account, span), account, span, after, size);
    }

    private GeneralLedger page(
            Running running, @Nullable AccountId account, Span span, @Nullable String after, int size) {
        End end = after == null ? null : lines.end(after);
        if (end != null) running.balances.put(new AccountId(end.accountId()), end.balance());
        List<Row> rows = lines.page(account, span, end, size + 1);
        boolean more = rows.size() > size;
        AccountId next = more ? rows.getLast().account() : null;
        if (more) rows = rows.subList(0, size);

        Map<AccountId, List<LedgerLine>> byAccount = new LinkedHashMap<>();
        Map<AccountId, BigDecimal> before = new HashMap<>();
        if (account != null) byAccount.put(account, new ArrayList<>());
        for (Row row : rows) {
            before.putIfAbsent(row.account(), running.balance(row.account()));
            byAccount.computeIfAbsent(row.account(), a -> new ArrayList<>()).add(running.line(row));
        }
        UUID last = end == null ? null : end.accountId();
        var sheets = new ArrayList<GeneralLedger.Sheet>();
        byAccount.forEach((id, shown) -> sheets.add(new GeneralLedger.Sheet(
                id,
                running.sheet(id).code(),
                running.sheet(id).name(),
                before.getOrDefault(id, running.balance(id)),
                shown,
                running.balance(id),
                running.debit(id),
                running.credit(id),
                id.value().equals(last),
                id.equals(next))));
        String cursor = more ? rows.getLast().id().toString() : null;
        return new GeneralLedger(span.from(), span.to(), running.currency, sheets, cursor);
    }

    /** @throws NotFound account.unknown */
    AccountStatement statement(AccountId account, Span span, @Nullable String after, int size) {
        Running running = start(account, span);
        GeneralLedger page = page(running, account, span, after, size);
        Sheet sheet = running.sheet(account);
        return new AccountStatement(
                account,
                sheet.code(),
                sheet.name(),
                span.from(),
                span.to(),
                running.currency,
                running.exact(sheet.debitBefore().subtract(sheet.creditBefore())),
                running.debit(account),
                running.credit(account),
                running.exact(sheet.debitAtEnd().subtract(sheet.creditAtEnd())),
                page.accounts().getFirst().lines(),
                page.next());
    }

    /** @throws NotFound account.unknown */
    void stream(@Nullable AccountId account, Span span, Consumer<Stream<GeneralLedger.FileRow>> rows) {
        Running running = start(account, span);
        try (Stream<Row> all = lines.stream(account, span)) {
            rows.accept(all.map(running::fileRow));
        }
    }

    private Running start(@Nullable AccountId account, Span span) {
        Map<UUID, Sheet> sheets = new LinkedHashMap<>();
        for (Sheet sheet : lines.sheets(span)) sheets.put(sheet.id(), sheet);
        if (account != null && !sheets.containsKey(account.value())) {
            throw new NotFound("account.unknown", "No such account.");
        }
        return new Running(sheets, base.current());
    }

    /** The balance of each account as its postings go by. */
    private static final class Running {
        private final Map<UUID, Sheet> sheets;
        private final Currency currency;
        private final Map<AccountId, BigDecimal> balances = new HashMap<>();

        private Running(Map<UUID, Sheet> sheets, Currency currency) {
            this.sheets = sheets;
            this.currency = currency;
        }

        private Sheet sheet(AccountId id) {
            return Objects.requireNonNull(sheets.get(id.value()), "every posting is on an account of the chart");
        }

        private BigDecimal balance(AccountId id) {
            BigDecimal known = balances.get(id);
            if (known != null) return exact(known);
            return exact(sheet(id).debitBefore().subtract(sheet(id).creditBefore()));
        }

        /** Of the whole span. */
        private BigDecimal debit(AccountId id) {
            return exact(sheet(id).debitAtEnd().subtract(sheet(id).debitBefore()));
        }

        private BigDecimal credit(AccountId id) {
            return exact(sheet(id).creditAtEnd().subtract(sheet(id).creditBefore()));
        }

        private BigDecimal exact(BigDecimal amount) {
            return AccountSums.exact(amount, currency.getDefaultFractionDigits());
        }

        private BigDecimal advance(Row row) {
            BigDecimal balance = balance(row.account()).add(row.debit()).subtract(row.credit());
            balances.put(row.account(), balance);
            return exact(balance);
        }

        private List<String> contra(Row row) {
            return row.contra().stream()
                    .map(id -> sheet(new AccountId(id)).code())
                    .sorted()
                    .toList();
        }

        private LedgerLine line(Row row) {
            UUID document = row.documentId();
            String documentType = row.documentType();
            return new LedgerLine(
                    row.id(),
                    row.date(),
                    new EntryId(row.entry()),
                    row.number(),
                    row.text(),
                    document == null || documentType == null ? null : new DocumentRef(documentType, document),
                    contra(row),
                    exact(row.debit()),
                    exact(row.credit()),
                    advance(row),
                    new Money(row.amount(), Currency.getInstance(row.currency())),
                    row.party());
        }

        private GeneralLedger.FileRow fileRow(Row row) {
            Currency own = Currency.getInstance(row.currency());
            return new GeneralLedger.FileRow(
                    sheet(row.account()).code(),
                    sheet(row.account()).name(),
                    row.date(),
                    row.number(),
                    new EntryId(row.entry()),
                    row.text(),
                    contra(row),
                    exact(row.debit()),
                    exact(row.credit()),
                    advance(row),
                    AccountSums.exact(row.amount(), own.getDefaultFractionDigits()),
                    own);
        }
    }
}
