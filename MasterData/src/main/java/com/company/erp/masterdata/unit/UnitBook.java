package com.company.erp.masterdata.unit;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The units that a company counts in. Each call is one transaction, joined if one is open. */
@Door
public class UnitBook {

    private final Units units;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    UnitBook(Units units, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.units = units;
        this.jdbc = jdbc;
        this.events = events;
    }

    @Needs("unit.create")
    @Refuses("unit.code_taken")
    public UnitView create(UnitDraft draft) {
        requireFree(draft.code());
        Unit unit = units.save(new Unit(draft));
        tell("unit.created", unit);
        return UnitView.of(unit);
    }

    @Needs("unit.read")
    @Refuses("unit.unknown")
    @Transactional(readOnly = true)
    public UnitView read(UnitId id) {
        return UnitView.of(units.get(id));
    }

    /** The units of these ids in one statement; an id that is not known is absent. */
    @Needs("unit.read")
    @Transactional(readOnly = true)
    public Map<UnitId, UnitView> byIds(Set<UnitId> ids) {
        if (ids.isEmpty()) return Map.of();
        List<Unit> found = units.findByIdIn(ids.stream().map(UnitId::value).collect(toSet()));
        return found.stream().collect(toMap(Unit::id, UnitView::of));
    }

    /** The ids of the units with these codes in one statement; a code that is not known is absent. */
    @Needs("unit.read")
    @Transactional(readOnly = true)
    public Map<String, UnitId> byCodes(Set<String> codes) {
        if (codes.isEmpty()) return Map.of();
        return units.findByCodeIn(codes).stream().collect(toMap(Unit::code, Unit::id));
    }

    @Needs("unit.change")
    @Refuses({"record.stale", "unit.code_taken", "unit.unknown"})
    public UnitView change(UnitId id, int version, UnitDraft draft) {
        Unit unit = units.get(id);
        unit.mustBeAt(version);
        if (!draft.code().equals(unit.code())) requireFree(draft.code());
        unit.change(draft);
        return changed("unit.changed", unit);
    }

    /** Offers the unit no longer. Has no effect on an inactive one. */
    @Needs("unit.deactivate")
    @Refuses("unit.unknown")
    public UnitView deactivate(UnitId id) {
        Unit unit = units.get(id);
        if (!unit.active()) return UnitView.of(unit);
        unit.deactivate();
        return changed("unit.deactivated", unit);
    }

    /** Offers the unit again. Has no effect on an active one. */
    @Needs("unit.activate")
    @Refuses("unit.unknown")
    public UnitView activate(UnitId id) {
        Unit unit = units.get(id);
        if (unit.active()) return UnitView.of(unit);
        unit.activate();
        return changed("unit.activated", unit);
    }

    /** Deletes a unit that nothing refers to. */
    @Needs("unit.delete")
    @Refuses({"record.stale", "unit.unknown", "unit.used"})
    public void delete(UnitId id, int version) {
        Unit unit = units.get(id);
        unit.mustBeAt(version);
        units.delete(unit);
        tell("unit.deleted", unit);
        try {
            units.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleViolation("unit.used", "Other records refer to this unit; deactivate it instead.");
        }
    }

    /** Sorts by code or name; {@code q} is a part of either. */
    @Needs("unit.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<UnitView> list(@Nullable Boolean active, Paging paging) {
        return KeysetQuery.of("u.id, u.code, u.name, u.standard_code, u.active, u.version", "units u")
                .filter("u.active = :active", "active", active)
                .filter("strpos(lower(u.code || ' ' || u.name), lower(:q)) > 0", "q", paging.q())
                .sort("code", "u.code", "text")
                .sort("name", "u.name", "text")
                .page(
                        jdbc,
                        paging,
                        "code",
                        (row, index) -> new UnitView(
                                new UnitId(row.getObject("id", UUID.class)),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("standard_code"),
                                row.getBoolean("active"),
                                row.getInt("version")));
    }

    private void requireFree(String code) {
        if (units.existsByCode(code)) {
            throw new RuleViolation("unit.code_taken", "There is another unit with the code " + code + ".");
        }
    }

    private UnitView changed(String type, Unit unit) {
        units.flush(); // Gives the unit its new version.
        tell(type, unit);
        return UnitView.of(unit);
    }

    private void tell(String type, Unit unit) {
        events.publishEvent(new UnitEvent(type, unit.id(), unit.code()));
    }
}
