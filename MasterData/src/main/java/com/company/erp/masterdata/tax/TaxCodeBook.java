package com.company.erp.masterdata.tax;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The tax codes of a company. Each call is one transaction, joined if one is open. */
@Door
public class TaxCodeBook {

    private final TaxCodes codes;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TaxCodeBook(TaxCodes codes, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.codes = codes;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Needs("tax.create")
    @Refuses({"tax_code.code_taken", "tax_code.rate", "tax_code.rates"})
    public TaxCodeView create(TaxCodeDraft draft) {
        requireFree(draft.code());
        TaxCode code = codes.save(new TaxCode(draft));
        tell("tax_code.created", code);
        return TaxCodeView.of(code);
    }

    /** Adds those whose code is still free, in few statements however many; answers the ids of all by code. */
    @Needs("tax.create")
    @Refuses({"tax_code.rate", "tax_code.rates"})
    public Map<String, TaxCodeId> addMissing(List<TaxCodeDraft> drafts) {
        Map<String, TaxCodeId> known =
                new HashMap<>(byCodes(drafts.stream().map(TaxCodeDraft::code).collect(toSet())));
        for (TaxCodeDraft draft : drafts) {
            if (known.containsKey(draft.code())) continue;
            TaxCode code = codes.save(new TaxCode(draft));
            tell("tax_code.created", code);
            known.put(code.code(), code.id());
        }
        return known;
    }

    @Needs("tax.read")
    @Refuses("tax_code.unknown")
    @Transactional(readOnly = true)
    public TaxCodeView read(TaxCodeId id) {
        return TaxCodeView.of(codes.get(id));
    }

    @Needs("tax.read")
    @Transactional(readOnly = true)
    public boolean exists(TaxCodeId id) {
        return codes.existsById(id.value());
    }

    /** The ids of the codes with these names in one statement; a code that is not known is absent. */
    @Needs("tax.read")
    @Transactional(readOnly = true)
    public Map<String, TaxCodeId> byCodes(Set<String> wanted) {
        if (wanted.isEmpty()) return Map.of();
        return codes.findByCodeIn(wanted).stream().collect(toMap(TaxCode::code, TaxCode::id));
    }

    /** The codes of these ids in one statement; an id that is not known is absent. */
    @Needs("tax.read")
    @Transactional(readOnly = true)
    public Map<TaxCodeId, TaxCodeView> byIds(Set<TaxCodeId> ids) {
        return load(ids).stream().collect(toMap(TaxCode::id, TaxCodeView::of));
    }

    /**
     * What each of these codes means on the day, in one statement and for every one of them.
     *
     * @throws InvalidInput tax_code.unknown, when one does not exist
     * @throws RuleViolation tax_code.no_rate, when the day is before one's first rate
     */
    @Needs("tax.read")
    @Refuses({"tax_code.unknown", "tax_code.no_rate"})
    @Transactional(readOnly = true)
    public Map<TaxCodeId, TaxRate> ratesOn(Set<TaxCodeId> ids, LocalDate date) {
        List<TaxCode> found = load(ids);
        if (found.size() < ids.size()) {
            throw new InvalidInput("taxCode", "tax_code.unknown", "There is no such tax code.");
        }
        return found.stream().collect(toMap(TaxCode::id, code -> code.on(date)));
    }

    private List<TaxCode> load(Set<TaxCodeId> ids) {
        if (ids.isEmpty()) return List.of();
        return codes.findByIdIn(ids.stream().map(TaxCodeId::value).collect(toSet()));
    }

    /** Changes name, code or rates; documents that were issued keep the rate they got. */
    @Needs("tax.change")
    @Refuses({
        "record.stale",
        "tax_code.code_taken",
        "tax_code.kind_fixed",
        "tax_code.rate",
        "tax_code.rates",
        "tax_code.unknown"
    })
    public TaxCodeView change(TaxCodeId id, int version, TaxCodeDraft draft) {
        TaxCode code = codes.get(id);
        code.mustBeAt(version);
        if (!draft.code().equals(code.code())) requireFree(draft.code());
        code.change(draft);
        return changed("tax_code.changed", code);
    }

    /** Offers the code no longer. Has no effect on an inactive one. */
    @Needs("tax.deactivate")
    @Refuses("tax_code.unknown")
    public TaxCodeView deactivate(TaxCodeId id) {
        TaxCode code = codes.get(id);
        if (!code.active()) return TaxCodeView.of(code);
        code.deactivate();
        return changed("tax_code.deactivated", code);
    }

    /** Offers the code again. Has no effect on an active one. */
    @Needs("tax.activate")
    @Refuses("tax_code.unknown")
    public TaxCodeView activate(TaxCodeId id) {
        TaxCode code = codes.get(id);
        if (code.active()) return TaxCodeView.of(code);
        code.activate();
        return changed("tax_code.activated", code);
    }

    /** Deletes a code that nothing refers to. */
    @Needs("tax.delete")
    @Refuses({"record.stale", "tax_code.unknown", "tax_code.used"})
    public void delete(TaxCodeId id, int version) {
        TaxCode code = codes.get(id);
        code.mustBeAt(version);
        codes.delete(code);
        tell("tax_code.deleted", code);
        try {
            codes.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleViolation("tax_code.used", "Other records refer to this tax code; deactivate it instead.");
        }
    }

    /** Sorts by code or name; {@code q} is a part of either. */
    @Needs("tax.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<TaxCodeLine> list(@Nullable Boolean active, @Nullable TaxKind kind, Paging paging) {
        return KeysetQuery.of("t.id, t.code, t.name, t.kind, t.active", "tax_codes t")
                .filter("t.active = :active", "active", active)
                .filter("t.kind = :kind", "kind", kind)
                .filter("strpos(lower(t.code || ' ' || t.name), lower(:q)) > 0", "q", paging.q())
                .sort("code", "t.code", "text")
                .sort("name", "t.name", "text")
                .page(
                        jdbc,
                        paging,
                        "code",
                        (row, index) -> new TaxCodeLine(
                                new TaxCodeId(row.getObject("id", UUID.class)),
                                row.getString("code"),
                                row.getString("name"),
                                TaxKind.valueOf(row.getString("kind")),
                                row.getBoolean("active")));
    }

    private void requireFree(String code) {
        if (codes.existsByCode(code)) {
            throw new RuleViolation("tax_code.code_taken", "There is another tax code " + code + ".");
        }
    }

    private TaxCodeView changed(String type, TaxCode code) {
        codes.flush(); // Gives the code its new version.
        tell(type, code);
        return TaxCodeView.of(code);
    }

    private void tell(String type, TaxCode code) {
        events.publishEvent(new TaxCodeEvent(type, code.id(), code.code()));
    }
}
