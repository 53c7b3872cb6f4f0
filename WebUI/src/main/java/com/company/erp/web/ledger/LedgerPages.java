package com.company.erp.web.ledger;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountType;
import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.EntryReader.EntryFilter;
import com.company.erp.finance.ledger.EntryReader.EntryRow;
import com.company.erp.finance.ledger.EntryView;
import com.company.erp.finance.ledger.Ledger;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.web.Paging;
import com.company.erp.web.pattern.Columns;
import com.company.erp.web.pattern.Document;
import com.company.erp.web.pattern.ListPage;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class LedgerPages {

    private static final ListPage<AccountView> ACCOUNTS = ListPage.<AccountView>of(
                    "accounts",
                    Columns.<AccountView>begin()
                            .link("code", AccountView::code, account -> statement(account.id()))
                            .sortable()
                            .text("name", AccountView::name)
                            .status("type", AccountView::type)
                            .status("role", AccountView::role)
                            .yesNo("postable", AccountView::postable)
                            .yesNo("active", AccountView::active))
            .choice("type", AccountType.values())
            .choice("postable", "true", "false")
            .choice("active", "true", "false")
            .imported();

    private static final ListPage<EntryRow> ENTRIES = ListPage.<EntryRow>of(
                    "entries",
                    Columns.<EntryRow>begin()
                            .link("number", EntryRow::number, entry -> at(entry.id()))
                            .date("date", EntryRow::date)
                            .sortable()
                            .text("text", EntryRow::text)
                            .status("journal", EntryRow::journal)
                            .money("total", EntryRow::total))
            .dated()
            .choice("journal", JournalKind.values())
            .imported()
            .counted();

    private static final Columns<EntryView.LineView> LINES = Columns.<EntryView.LineView>begin()
            .link("account", line -> line.code() + " " + line.name(), line -> statement(line.account()))
            .text("text", EntryView.LineView::text)
            .money("debit", line -> unlessZero(line.debit()))
            .money("credit", line -> unlessZero(line.credit()));

    private final Chart chart;
    private final Ledger ledger;

    LedgerPages(Chart chart, Ledger ledger) {
        this.chart = chart;
        this.ledger = ledger;
    }

    private static String at(EntryId id) {
        return "/entries/" + id.value();
    }

    private static String statement(AccountId id) {
        return "/reports/general-ledger?account=" + id.value();
    }

    private static @Nullable Money unlessZero(Money money) {
        return money.isZero() ? null : money;
    }

    @GetMapping("/accounts")
    String accounts(Chart.AccountFilter filter, Paging paging, Screen screen) {
        return screen.list(ACCOUNTS, chart.list(filter, paging));
    }

    @GetMapping("/entries")
    String entries(EntryFilter filter, Paging paging, Screen screen) {
        return screen.list(ENTRIES, ledger.list(filter, paging));
    }

    @GetMapping("/entries/totals")
    String totals(EntryFilter filter, Screen screen) {
        return screen.totals(ENTRIES, ledger.totals(filter));
    }

    @GetMapping("/entries/{id}")
    String entry(@PathVariable EntryId id, Screen screen) {
        EntryView entry = ledger.find(id);
        Texts texts = screen.texts();
        return screen.document(Document.of("entry", entry.number())
                .about("entries", id)
                .fact("date", texts.date(entry.date()))
                .fact("journal", texts.constant(entry.journal()))
                .fact("text", entry.text())
                .fact("reason", entry.reason())
                .fact("document", word(entry.document(), texts), Places.of(entry.document()))
                .fact(
                        "reverses",
                        entry.reverses() == null ? null : "↩",
                        entry.reverses() == null ? null : at(entry.reverses()))
                .fact(
                        "reversedBy",
                        entry.reversedBy() == null ? null : "↪",
                        entry.reversedBy() == null ? null : at(entry.reversedBy()))
                .fact("hash", entry.hash().substring(0, 16))
                .table(LINES.table("postings", entry.lines(), texts)));
    }

    private static @Nullable String word(@Nullable DocumentRef document, Texts texts) {
        return document == null ? null : texts.constant(document.type().toUpperCase(java.util.Locale.ROOT));
    }
}
