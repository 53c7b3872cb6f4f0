package com.company.erp.user.delegation;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Delegations extends Repository<Delegation, UUID> {

    Optional<Delegation> findById(UUID id);

    List<Delegation> findTop500ByOrderByIdDesc();

    List<Delegation> findTop500ByAbsentIdOrStandInIdOrderByIdDesc(UUID absentId, UUID standInId);

    /** Writes at once, so that the view shows the new version. */
    Delegation saveAndFlush(Delegation delegation);

    default Delegation get(DelegationId id) {
        return findById(id.value())
                .orElseThrow(() -> new NotFound("delegation.unknown", "There is no such delegation."));
    }
}
