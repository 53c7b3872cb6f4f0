package com.company.erp.masterdata.party;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.terms.PaymentTermsBook;
import com.company.erp.masterdata.terms.PaymentTermsId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who the company deals with. Each call is one transaction, joined if one is open. */
@Door
public class PartyDirectory {

    private final Parties parties;
    private final PartyCodes codes;
    private final PartySearch search;
    private final PaymentTermsBook terms;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PartyDirectory(
            Parties parties,
            PartyCodes codes,
            PartySearch search,
            PaymentTermsBook terms,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.parties = parties;
        this.codes = codes;
        this.search = search;
        this.terms = terms;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Enters a party; the answer warns of parties that look like it, which is no refusal. */
    @Needs("party.create")
    @Refuses({
        "party.code_taken",
        "party.credit_limit",
        "payment_terms.unknown",
        "tax_number.check_digit",
        "tax_number.format"
    })
    public PartyView create(PartyDraft draft) {
        Party party = newParties(List.of(draft)).getFirst();
        List<LikeParty> like = search.like(party.name(), party.taxId());
        return PartyView.of(keep(party), like);
    }

    /** Enters many parties, without a look for ones that are like them; all of them or none. In the order given. */
    @Needs("party.create")
    @Refuses({
        "party.code_taken",
        "party.credit_limit",
        "payment_terms.unknown",
        "tax_number.check_digit",
        "tax_number.format"
    })
    public List<PartyId> createAll(List<PartyDraft> drafts) {
        return newParties(drafts).stream().map(party -> keep(party).id()).toList();
    }

    private Party keep(Party party) {
        Party kept = parties.save(party);
        tell("party.created", kept);
        return kept;
    }

    private List<Party> newParties(List<PartyDraft> drafts) {
        drafts.stream()
                .map(PartyDraft::paymentTerms)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::requireTerms);
        requireFree(
                drafts.stream().map(PartyDraft::code).filter(Objects::nonNull).toList());
        Iterator<String> given = codes.take(drafts.stream()
                        .filter(draft -> draft.code() == null)
                        .map(PartyDraft::roles)
                        .toList())
                .iterator();
        List<Party> created = new ArrayList<>(drafts.size());
        for (PartyDraft draft : drafts) {
            created.add(new Party(draft.code() == null ? given.next() : draft.code(), draft));
        }
        return created;
    }

    private void requireFree(Collection<String> wanted) {
        Set<String> once = new HashSet<>();
        for (String code : wanted) if (!once.add(code)) throw codeTaken(code);
        if (wanted.isEmpty()) return;
        parties.findByCodeIn(once).stream().findFirst().ifPresent(party -> {
            throw codeTaken(party.code());
        });
    }

    private static RuleViolation codeTaken(String code) {
        return new RuleViolation("party.code_taken", "There is another party with the code " + code + ".");
    }

    private void requireTerms(PaymentTermsId id) {
        if (!terms.exists(id)) {
            throw new InvalidInput("paymentTerms", "payment_terms.unknown", "There are no such payment terms.");
        }
    }

    @Needs("party.read")
    @Refuses("party.unknown")
    @Transactional(readOnly = true)
    public PartyView read(PartyId id) {
        return PartyView.of(parties.get(id));
    }

    /** The parties of these ids in one statement; an id that is not known is absent. */
    @Needs("party.read")
    @Transactional(readOnly = true)
    public Map<PartyId, PartyView> byIds(Set<PartyId> ids) {
        if (ids.isEmpty()) return Map.of();
        Set<UUID> uuids = ids.stream().map(PartyId::value).collect(toSet());
        return parties.findByIdIn(uuids).stream().collect(toMap(Party::id, PartyView::of));
    }

    /** The ids of the parties with these codes in one statement; a code that is not known is absent. */
    @Needs("party.read")
    @Transactional(readOnly = true)
    public Map<String, PartyId> byCodes(Set<String> wanted) {
        if (wanted.isEmpty()) return Map.of();
        return parties.findByCodeIn(wanted).stream().collect(toMap(Party::code, Party::id));
    }

    /** Replaces what is known of the party by the draft, which must be made from its version {@code version}. */
    @Needs("party.change")
    @Refuses({
        "party.code_taken",
        "party.credit_limit",
        "party.unknown",
        "payment_terms.unknown",
        "record.stale",
        "tax_number.check_digit",
        "tax_number.format"
    })
    public PartyView change(PartyId id, int version, PartyDraft draft) {
        Party party = parties.get(id);
        party.mustBeAt(version);
        if (draft.code() != null && !draft.code().equals(party.code())) requireFree(List.of(draft.code()));
        if (draft.paymentTerms() != null) requireTerms(draft.paymentTerms());
        party.change(draft);
        return changed("party.changed", party);
    }

    /** Ends dealings: nothing new begins with the party. Has no effect on one that is inactive already. */
    @Needs("party.deactivate")
    @Refuses("party.unknown")
    public PartyView deactivate(PartyId id) {
        Party party = parties.get(id);
        if (!party.active()) return PartyView.of(party);
        party.deactivate();
        return changed("party.deactivated", party);
    }

    /** Takes up dealings again. Has no effect on a party that is active. */
    @Needs("party.activate")
    @Refuses("party.unknown")
    public PartyView activate(PartyId id) {
        Party party = parties.get(id);
        if (party.active()) return PartyView.of(party);
        party.activate();
        return changed("party.activated", party);
    }

    /** Deletes a party that nothing refers to, such as one that was entered twice. */
    @Needs("party.delete")
    @Refuses({"party.unknown", "party.used", "record.stale"})
    public void delete(PartyId id, int version) {
        Party party = parties.get(id);
        party.mustBeAt(version);
        parties.delete(party);
        tell("party.deleted", party);
        try {
            parties.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleViolation("party.used", "Other records refer to this party; deactivate it instead.");
        }
    }

    /** Sorts by name or code; with {@code q} also, and usually, by relevance, and then finds the 500 best at most. */
    @Needs("party.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<PartyLine> list(PartyFilter filter, Paging paging) {
        return PartyList.page(jdbc, filter, paging);
    }

    /** How many the list has. */
    @Needs("party.read")
    @Transactional(readOnly = true)
    public ListTotals totals(PartyFilter filter, @Nullable String q) {
        return PartyList.totals(jdbc, filter, q);
    }

    /** Hands all of the list to the reader, within this transaction. */
    @Needs("party.read")
    @Transactional(readOnly = true)
    public void export(PartyFilter filter, @Nullable String q, Consumer<Stream<PartyRow>> reader) {
        try (var rows = PartyList.stream(jdbc, filter, q)) {
            reader.accept(rows);
        }
    }

    /** Parties with this tax number or of nearly this name, to be looked at before another one is entered. */
    @Needs("party.read")
    @Transactional(readOnly = true)
    public List<LikeParty> duplicates(@Nullable String name, @Nullable String taxId) {
        return search.like(name, taxId);
    }

    private PartyView changed(String type, Party party) {
        parties.flush(); // Gives the party its new version.
        tell(type, party);
        return PartyView.of(party);
    }

    private void tell(String type, Party party) {
        events.publishEvent(new PartyEvent(type, party.id(), party.code()));
    }
}
