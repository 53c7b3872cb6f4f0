package com.company.erp.masterdata.terms;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The payment terms that a company offers. Each call is one transaction, joined if one is open. */
@Door
public class PaymentTermsBook {

    private final NamedTermsList list;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PaymentTermsBook(NamedTermsList list, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.list = list;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Needs("terms.create")
    @Refuses({
        "payment_terms.code_taken",
        "payment_terms.days",
        "payment_terms.day_of_month",
        "payment_terms.discount",
        "payment_terms.share_percent",
        "payment_terms.shares",
        "payment_terms.shares_sum"
    })
    public PaymentTermsView create(PaymentTermsDraft draft) {
        requireFree(draft.code());
        NamedTerms named = list.save(new NamedTerms(draft));
        tell("payment_terms.created", named);
        return PaymentTermsView.of(named);
    }

    @Needs("terms.read")
    @Refuses("payment_terms.unknown")
    @Transactional(readOnly = true)
    public PaymentTermsView read(PaymentTermsId id) {
        return PaymentTermsView.of(list.get(id));
    }

    @Needs("terms.read")
    @Transactional(readOnly = true)
    public boolean exists(PaymentTermsId id) {
        return list.existsById(id.value());
    }

    /** The terms of these ids in one statement; an id that is not known is absent. */
    @Needs("terms.read")
    @Transactional(readOnly = true)
    public Map<PaymentTermsId, PaymentTermsView> byIds(Set<PaymentTermsId> ids) {
        if (ids.isEmpty()) return Map.of();
        Set<UUID> uuids = ids.stream().map(PaymentTermsId::value).collect(toSet());
        return list.findByIdIn(uuids).stream().collect(toMap(NamedTerms::id, PaymentTermsView::of));
    }

    /** The ids of the terms with these codes in one statement; a code that is not known is absent. */
    @Needs("terms.read")
    @Transactional(readOnly = true)
    public Map<String, PaymentTermsId> byCodes(Set<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return list.findByCodeIn(codes).stream().collect(toMap(NamedTerms::code, NamedTerms::id));
    }

    /** Changes what new documents are due by; those issued keep their instalments. */
    @Needs("terms.change")
    @Refuses({
        "payment_terms.unknown",
        "payment_terms.code_taken",
        "record.stale",
        "payment_terms.days",
        "payment_terms.day_of_month",
        "payment_terms.discount",
        "payment_terms.share_percent",
        "payment_terms.shares",
        "payment_terms.shares_sum"
    })
    public PaymentTermsView change(PaymentTermsId id, int version, PaymentTermsDraft draft) {
        NamedTerms named = list.get(id);
        named.mustBeAt(version);
        if (!draft.code().equals(named.code())) requireFree(draft.code());
        named.change(draft);
        return changed("payment_terms.changed", named);
    }

    /** Offers the terms no longer. Has no effect on inactive ones. */
    @Needs("terms.deactivate")
    @Refuses("payment_terms.unknown")
    public PaymentTermsView deactivate(PaymentTermsId id) {
        NamedTerms named = list.get(id);
        if (!named.active()) return PaymentTermsView.of(named);
        named.deactivate();
        return changed("payment_terms.deactivated", named);
    }

    /** Offers the terms again. Has no effect on active ones. */
    @Needs("terms.activate")
    @Refuses("payment_terms.unknown")
    public PaymentTermsView activate(PaymentTermsId id) {
        NamedTerms named = list.get(id);
        if (named.active()) return PaymentTermsView.of(named);
        named.activate();
        return changed("payment_terms.activated", named);
    }

    /** Deletes terms that nothing refers to. */
    @Needs("terms.delete")
    @Refuses({"payment_terms.unknown", "payment_terms.used", "record.stale"})
    public void delete(PaymentTermsId id, int version) {
        NamedTerms named = list.get(id);
        named.mustBeAt(version);
        list.delete(named);
        tell("payment_terms.deleted", named);
        try {
            list.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleViolation(
                    "payment_terms.used", "Other records refer to these payment terms; deactivate them instead.");
        }
    }

    /** Sorts by code or name; {@code q} is a part of either. */
    @Needs("terms.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<PaymentTermsLine> list(@Nullable Boolean active, Paging paging) {
        return KeysetQuery.of("t.id, t.code, t.name, t.active", "payment_terms t")
                .filter("t.active = :active", "active", active)
                .filter("strpos(lower(t.code || ' ' || t.name), lower(:q)) > 0", "q", paging.q())
                .sort("code", "t.code", "text")
                .sort("name", "t.name", "text")
                .page(
                        jdbc,
                        paging,
                        "code",
                        (row, index) -> new PaymentTermsLine(
                                new PaymentTermsId(row.getObject("id", UUID.class)),
                                row.getString("code"),
                                row.getString("name"),
                                row.getBoolean("active")));
    }

    private void requireFree(String code) {
        if (list.existsByCode(code)) {
            throw new RuleViolation("payment_terms.code_taken", "There are other terms with the code " + code + ".");
        }
    }

    private PaymentTermsView changed(String type, NamedTerms named) {
        list.flush(); // Gives the terms their new version.
        tell(type, named);
        return PaymentTermsView.of(named);
    }

    private void tell(String type, NamedTerms named) {
        events.publishEvent(new PaymentTermsEvent(type, named.id(), named.code()));
    }
}
