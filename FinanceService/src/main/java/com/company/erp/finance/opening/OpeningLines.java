package com.company.erp.finance.opening;

import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.subledger.OpenItemDraft;
import com.company.erp.finance.subledger.OpenItemId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.Uuid7;
import com.company.erp.masterdata.party.PartyId;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes ledger lines, and the items behind them, of rows that were checked. */
record OpeningLines(Map<String, AccountView> accounts, Map<String, PartyId> parties, Currency base) {

    LineDraft line(OpeningRow row, Consumer<OpenItemDraft> items) {
        AccountView account = Objects.requireNonNull(accounts.get(row.account()));
        Money baseAmount = new Money(row.signed(), base);
        Money amount = baseAmount;
        if (row.currency() != null && row.amount() != null) {
            Money open = new Money(row.amount(), row.currency());
            amount = baseAmount.isNegative() ? open.negate() : open;
        }
        if (row.party() == null) return new LineDraft(account.id(), amount, baseAmount, null, null, row.text());
        UUID party = Objects.requireNonNull(parties.get(row.party())).value();
        var document = new DocumentRef("opening_item", Uuid7.next());
        items.accept(new OpenItemDraft(
                OpenItemId.next(),
                account.id(),
                party,
                document,
                row.date(),
                Objects.requireNonNull(row.dueDate()),
                amount,
                baseAmount));
        return new LineDraft(account.id(), amount, baseAmount, party, null, row.number());
    }
}
