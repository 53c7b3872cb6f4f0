package com.company.erp.user.duty;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DutyPairs extends Repository<DutyPair, UUID> {

    Optional<DutyPair> findById(UUID id);

    List<DutyPair> findAllByOrderByFirstPermissionAscSecondPermissionAscIdAsc();

    /** Writes at once, so that the view shows the new version. */
    DutyPair saveAndFlush(DutyPair pair);

    default DutyPair get(DutyPairId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("duty.unknown", "There is no such pair of duties."));
    }
}
