package com.company.erp.finance.dunning;

import com.company.erp.finance.receivables.LateItem;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A reminder as it went out. It never changes: what was paid since shows in open items, and the next one is firmer. */
@Entity
@Table(name = "dunning_letters")
class DunningLetter extends CompanyRecord {

    static final String TYPE = "dunning_letter";
    static final int LAST_LEVEL = 3;
    private static final int USUAL_DAYS = 10;

    @Column(name = "party_id")
    private UUID party;

    private LocalDate dunnedOn;
    private int level;
    private LocalDate payUntil;

    @OneToMany(mappedBy = "letter", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<DunningItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected DunningLetter() {}

    DunningLetter(DunningDraft draft, int nextLevel, List<LateItem> late) {
        this.party = draft.customer().value();
        this.dunnedOn = draft.date();
        this.level = draft.level() == null ? nextLevel : draft.level();
        this.payUntil = draft.payUntil() == null ? dunnedOn.plusDays(USUAL_DAYS) : draft.payUntil();
        if (payUntil.isBefore(dunnedOn)) {
            throw new InvalidInput("payUntil", "dunning.pay_until", "The day to pay by lies after the letter's.");
        }
        for (LateItem item : late) items.add(new DunningItem(this, items.size() + 1, item));
    }

    DunningId id() {
        return new DunningId(uuid());
    }

    DunningView view() {
        List<LateItem> asked = items.stream().map(DunningItem::asked).toList();
        Map<Currency, Money> totals = new LinkedHashMap<>();
        for (LateItem item : asked) totals.merge(item.open().currency(), item.open(), Money::plus);
        return new DunningView(
                id(), version(), new PartyId(party), dunnedOn, level, payUntil, asked, List.copyOf(totals.values()));
    }
}
