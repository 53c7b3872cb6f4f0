package com.company.erp.finance.dunning;

import com.company.erp.finance.receivables.LateItem;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.party.PartyDirectory;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Reminds customers. Each call is one transaction, joined if one is open. */
@Door
public class Dunning {

    private final DunningLetters letters;
    private final Receivables receivables;
    private final PartyDirectory parties;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Dunning(
            DunningLetters letters,
            Receivables receivables,
            PartyDirectory parties,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.letters = letters;
        this.receivables = receivables;
        this.parties = parties;
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Before(int level, LocalDate lastOn) {
        static final Before NOTHING = new Before(0, LocalDate.MIN);

        int next() {
            return Math.min(level + 1, DunningLetter.LAST_LEVEL);
        }
    }

    /** The customers who could be reminded on a date, who owes the most first. */
    @Needs("dunning.read")
    @Transactional(readOnly = true)
    public List<DunningProposal> propose(LocalDate date) {
        Map<PartyId, Before> before = before(date, null);
        return receivables.late(date).stream()
                .map(late -> {
                    Before former = before.getOrDefault(late.customer(), Before.NOTHING);
                    return new DunningProposal(
                            late.customer(),
                            late.code(),
                            late.name(),
                            late.overdue(),
                            late.since(),
                            former.next(),
                            former.level == 0 ? null : former.lastOn);
                })
                .toList();
    }

    /** What was asked for before a date and is open still: how firmly, and when last. */
    private Map<PartyId, Before> before(LocalDate date, @Nullable PartyId customer) {
        Map<PartyId, Before> before = new HashMap<>();
        jdbc.sql("""
                        SELECT l.party_id, max(l.level) AS level, max(l.dunned_on) AS last_on
                        FROM dunning_letters l
                        WHERE l.company_id = :company AND l.dunned_on < :date
                          AND (:customer::uuid IS NULL OR l.party_id = :customer)
                          AND EXISTS (SELECT 1 FROM dunning_items d
                                      JOIN open_items i ON i.company_id = d.company_id AND i.id = d.open_item_id
                                      WHERE d.company_id = l.company_id AND d.letter_id = l.id AND i.open_amount > 0)
                        GROUP BY l.party_id ORDER BY l.party_id""")
                .param("company", Scope.company().value())
                .param("date", date)
                .param("customer", customer == null ? null : customer.value())
                .query(row -> {
                    before.put(
                            new PartyId(row.getObject("party_id", UUID.class)),
                            new Before(row.getInt("level"), row.getObject("last_on", LocalDate.class)));
                });
        return before;
    }

    /**
     * Writes the letter that reminds a customer of all that is overdue; one a day.
     *
     * @throws NotFound party.unknown
     * @throws RuleViolation dunning.nothing_overdue, dunning.twice_a_day
     * @throws InvalidInput dunning.pay_until
     */
    @Needs("dunning.write")
    @Refuses({"party.unknown", "dunning.nothing_overdue", "dunning.twice_a_day", "dunning.pay_until"})
    public DunningView write(DunningDraft draft) {
        parties.read(draft.customer());
        List<LateItem> late = receivables.late(draft.customer(), draft.date());
        if (late.isEmpty()) throw new RuleViolation("dunning.nothing_overdue", "The customer owes nothing overdue.");
        if (letters.existsByPartyAndDunnedOn(draft.customer().value(), draft.date())) {
            throw new RuleViolation("dunning.twice_a_day", "The customer has got a letter of this date already.");
        }
        int next = before(draft.date(), draft.customer())
                .getOrDefault(draft.customer(), Before.NOTHING)
                .next();
        DunningLetter letter = letters.saveAndFlush(new DunningLetter(draft, next, late));
        DunningView view = letter.view();
        events.publishEvent(new DunningWritten(view.id(), view.customer(), view.level()));
        return view;
    }

    /** @throws NotFound dunning.unknown */
    @Needs("dunning.read")
    @Refuses("dunning.unknown")
    @Transactional(readOnly = true)
    public DunningView find(DunningId id) {
        return letters.get(id).view();
    }

    /** The letters, the newest first; those to one customer, if one is named. */
    @Needs("dunning.read")
    @Transactional(readOnly = true)
    public Page<DunningRow> list(@Nullable PartyId customer, Paging paging) {
        return KeysetQuery.of("l.id, l.party_id, p.name, l.dunned_on, l.level, l.pay_until", """
                        dunning_letters l JOIN parties p ON p.company_id = l.company_id AND p.id = l.party_id""")
                .filter("l.party_id = :customer", "customer", customer == null ? null : customer.value())
                .sort("date", "l.dunned_on", "date")
                .page(
                        jdbc,
                        paging,
                        "-date",
                        (row, n) -> new DunningRow(
                                new DunningId(row.getObject("id", UUID.class)),
                                new PartyId(row.getObject("party_id", UUID.class)),
                                row.getString("name"),
                                row.getObject("dunned_on", LocalDate.class),
                                row.getInt("level"),
                                row.getObject("pay_until", LocalDate.class)));
    }
}
