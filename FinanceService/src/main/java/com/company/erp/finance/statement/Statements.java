package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.FromReplica;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports. Each is read as of one instant, whatever is posted meanwhile; amounts are in the base currency.
 * {@code compareTo} is {@code previous-year}, {@code previous-period}, a date, or two dates as
 * {@code 2025-01-01..2025-03-31}.
 */
@Door
@FromReplica
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Statements {

    private static final int MOST = 500;

    private final TrialBalanceReport trialBalance;
    private final GeneralLedgerReport generalLedger;
    private final JournalReport journal;
    private final BalanceSheetReport balanceSheet;
    private final IncomeStatementReport incomeStatement;
    private final TaxReader tax;
    private final OverviewReport overview;
    private final AccountSums sums;

    Statements(
            TrialBalanceReport trialBalance,
            GeneralLedgerReport generalLedger,
            JournalReport journal,
            BalanceSheetReport balanceSheet,
            IncomeStatementReport incomeStatement,
            TaxReader tax,
            OverviewReport overview,
            AccountSums sums) {
        this.trialBalance = trialBalance;
        this.generalLedger = generalLedger;
        this.journal = journal;
        this.balanceSheet = balanceSheet;
        this.incomeStatement = incomeStatement;
        this.tax = tax;
        this.overview = overview;
        this.sums = sums;
    }

    /** Every account with what it held before, its debits and credits, and what it holds at the end; reads no lines. */
    @Needs("report.read")
    @Refuses({"report.dates", "report.compare_to"})
    public TrialBalance trialBalance(Span span, @Nullable String compareTo) {
        return trialBalance.read(span, span.comparedTo(compareTo));
    }

    /** The postings of one account or of all, with running balances; {@code size} is 1 to 500 lines. */
    @Needs("report.read")
    @Refuses({"report.dates", "account.unknown", "cursor.malformed", "limit.range"})
    public GeneralLedger generalLedger(@Nullable AccountId account, Span span, @Nullable String after, int size) {
        return generalLedger.page(account, span, after, checked(size));
    }

    /** {@link #generalLedger} whole, row by row. */
    @Needs("report.read")
    @Refuses({"report.dates", "account.unknown"})
    public void generalLedger(@Nullable AccountId account, Span span, Consumer<Stream<GeneralLedger.FileRow>> rows) {
        generalLedger.stream(account, span, rows);
    }

    /** One account: its totals over the span, and its postings page by page. */
    @Needs("report.read")
    @Refuses({"report.dates", "account.unknown", "cursor.malformed", "limit.range"})
    public AccountStatement accountStatement(AccountId account, Span span, @Nullable String after, int size) {
        return generalLedger.statement(account, span, after, checked(size));
    }

    /** {@link #accountStatement} whole, row by row. */
    @Needs("report.read")
    @Refuses({"report.dates", "account.unknown"})
    public void accountStatement(AccountId account, Span span, Consumer<Stream<GeneralLedger.FileRow>> rows) {
        generalLedger.stream(account, span, rows);
    }

    /** The entries of one journal or of all, with their lines, by date. */
    @Needs("report.read")
    @Refuses({"report.dates", "cursor.malformed", "limit.range", "sort.unknown"})
    public Page<JournalEntry> journal(Span span, @Nullable JournalKind kind, Paging paging) {
        return journal.page(span, kind, paging);
    }

    /** {@link #journal} whole, line by line. */
    @Needs("report.read")
    @Refuses("report.dates")
    public void journal(Span span, @Nullable JournalKind kind, Consumer<Stream<JournalEntry.FileRow>> rows) {
        journal.stream(span, kind, rows);
    }

    /** Cash on a date, and what was earned in that month and the eleven before it; reads no lines. */
    @Needs("report.read")
    public Overview overview(LocalDate on) {
        return overview.read(on);
    }

    /** What the company owns and owes on a date, compared with another date if one is wanted. */
    @Needs("report.read")
    @Refuses({"report.dates", "report.compare_to"})
    public BalanceSheet balanceSheet(LocalDate on, @Nullable String compareTo) {
        Span compared = new Span(null, on).comparedTo(compareTo);
        return balanceSheet.read(on, compared == null ? null : compared.to());
    }

    /** What the company earned and spent; from the start of the fiscal year unless {@code from} is given. */
    @Needs("report.read")
    @Refuses({"report.dates", "report.compare_to"})
    public IncomeStatement incomeStatement(@Nullable LocalDate from, LocalDate to, @Nullable String compareTo) {
        Span wanted = new Span(from, to);
        Span span = from == null ? new Span(sums.yearStart(to), to) : wanted;
        return incomeStatement.read(span, span.comparedTo(compareTo));
    }

    /** Tax by code and month, held against the tax accounts. */
    @Needs("report.read")
    @Refuses("report.dates")
    public TaxReport tax(Span span) {
        return tax.read(span);
    }

    private static int checked(int size) {
        if (size >= 1 && size <= MOST) return size;
        throw new InvalidInput("limit", "limit.range", "A limit is 1 to " + MOST + ".");
    }
}
