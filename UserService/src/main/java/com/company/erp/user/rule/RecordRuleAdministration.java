package com.company.erp.user.rule;

import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.access.Ruled;
import com.company.erp.user.access.Grants;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** How far the roles of the actor's company reach. Whoever holds several has what the farthest of them allows. */
@Door
public class RecordRuleAdministration {

    private final RecordRules rules;
    private final Grants grants;

    RecordRuleAdministration(RecordRules rules, Grants grants) {
        this.rules = rules;
        this.grants = grants;
    }

    /** All rules, by role and permission. */
    @Needs("record_rule.read")
    @Transactional(readOnly = true)
    public List<RecordRuleView> list() {
        return rules.findAllByOrderByRoleAscPermissionAsc().stream()
                .map(RecordRule::view)
                .toList();
    }

    /** @throws NotFound record_rule.unknown */
    @Needs("record_rule.read")
    @Refuses("record_rule.unknown")
    @Transactional(readOnly = true)
    public RecordRuleView read(RecordRuleId id) {
        return rules.get(id).view();
    }

    /**
     * Says how far a permission of a role reaches, for all who hold the role, from their next request on.
     *
     * @throws InvalidInput role.unknown, permission.unknown, record_rule.unsupported, record_rule.empty
     * @throws RuleViolation record_rule.exists
     * @throws Forbidden access.beyond_own
     */
    @Needs(value = "record_rule.create", freshly = true)
    @Refuses({
        "role.unknown",
        "permission.unknown",
        "record_rule.unsupported",
        "record_rule.empty",
        "record_rule.exists",
        "access.beyond_own"
    })
    public RecordRuleView create(String role, String permission, boolean ownOnly, @Nullable BigDecimal amountMax) {
        grants.requireKnown(Set.of(role));
        grants.requireGrantable(Set.of(permission));
        requireSense(permission, ownOnly, amountMax);
        if (rules.findByRoleAndPermission(role, permission).isPresent()) {
            throw new RuleViolation("record_rule.exists", "There is a rule for that permission of the role.");
        }
        return rules.saveAndFlush(new RecordRule(role, permission, ownOnly, amountMax))
                .view();
    }

    /**
     * Says anew how far a permission of a role reaches.
     *
     * @throws NotFound record_rule.unknown
     * @throws InvalidInput record_rule.unsupported, record_rule.empty
     * @throws Forbidden access.beyond_own
     * @throws StaleDocument record.stale
     */
    @Needs(value = "record_rule.change", freshly = true)
    @Refuses({
        "record_rule.unknown",
        "permission.unknown",
        "record_rule.unsupported",
        "record_rule.empty",
        "access.beyond_own",
        "record.stale"
    })
    public RecordRuleView change(RecordRuleId id, boolean ownOnly, @Nullable BigDecimal amountMax, int version) {
        RecordRule rule = withinReach(id, version);
        requireSense(rule.permission(), ownOnly, amountMax);
        rule.reach(ownOnly, amountMax);
        return rules.saveAndFlush(rule).view();
    }

    /**
     * Lets the permission reach as far as others again.
     *
     * @throws NotFound record_rule.unknown
     * @throws Forbidden access.beyond_own
     * @throws StaleDocument record.stale
     */
    @Needs(value = "record_rule.delete", freshly = true)
    @Refuses({"record_rule.unknown", "permission.unknown", "access.beyond_own", "record.stale"})
    public void delete(RecordRuleId id, int version) {
        rules.delete(withinReach(id, version));
    }

    private RecordRule withinReach(RecordRuleId id, int version) {
        RecordRule rule = rules.get(id);
        rule.mustBeAt(version);
        grants.requireGrantable(Set.of(rule.permission()));
        return rule;
    }

    private void requireSense(String permission, boolean ownOnly, @Nullable BigDecimal amountMax) {
        if (!ownOnly && amountMax == null) {
            throw new InvalidInput("ownOnly", "record_rule.empty", "A rule limits to the own records or to an amount.");
        }
        Set<Ruled> supported = grants.ruledBy(permission);
        if (ownOnly && !supported.contains(Ruled.OWN)) throw unsupported("ownOnly", permission);
        if (amountMax != null && !supported.contains(Ruled.AMOUNT)) throw unsupported("amountMax", permission);
    }

    private static InvalidInput unsupported(String field, String permission) {
        return new InvalidInput(field, "record_rule.unsupported", permission + " cannot be limited so.");
    }
}
