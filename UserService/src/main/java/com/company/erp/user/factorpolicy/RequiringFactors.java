package com.company.erp.user.factorpolicy;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.access.Grants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** Says of whom the company asks a second factor. Each call is one transaction, joined if one is open. */
@Door
public class RequiringFactors {

    private final FactorPolicies policies;
    private final Grants grants;

    RequiringFactors(FactorPolicies policies, Grants grants) {
        this.policies = policies;
        this.grants = grants;
    }

    private Optional<FactorPolicy> own() {
        return policies.findById(Scope.company().value());
    }

    /** Of whom the company asks it; of nobody until somebody says otherwise. */
    @Needs("second_factor.read")
    @Transactional(readOnly = true)
    public FactorPolicyView read() {
        return own().map(FactorPolicy::view)
                .orElseGet(
                        () -> new FactorPolicyView(new CompanyId(Scope.company().value()), 0, false, List.of()));
    }

    /**
     * Asks it of everybody, or of whoever holds one of the roles. Who has none may do nothing else from his next
     * request on, until he has set one up.
     *
     * @throws InvalidInput role.unknown
     * @throws StaleDocument record.stale
     */
    @Needs(value = "second_factor.require", freshly = true)
    @Refuses({"role.unknown", "record.stale"})
    public FactorPolicyView require(boolean everybody, Set<String> roles, int version) {
        grants.requireKnown(roles);
        FactorPolicy policy = own().orElseGet(() -> new FactorPolicy(Scope.company()));
        policy.mustBeAt(version);
        policy.ask(everybody, roles);
        return policies.saveAndFlush(policy).view();
    }
}
