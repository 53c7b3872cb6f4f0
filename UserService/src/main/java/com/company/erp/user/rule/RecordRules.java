package com.company.erp.user.rule;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecordRules extends Repository<RecordRule, UUID> {

    Optional<RecordRule> findById(UUID id);

    Optional<RecordRule> findByRoleAndPermission(String role, String permission);

    List<RecordRule> findAllByOrderByRoleAscPermissionAsc();

    /** Writes at once, so that the view shows the new version. */
    RecordRule saveAndFlush(RecordRule rule);

    void delete(RecordRule rule);

    default RecordRule get(RecordRuleId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("record_rule.unknown", "There is no such rule."));
    }
}
