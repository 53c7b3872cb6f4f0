package com.company.erp.user.access;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OwnRoles extends Repository<OwnRole, UUID> {

    Optional<OwnRole> findById(UUID id);

    List<OwnRole> findByNameIn(Collection<String> names);

    List<OwnRole> findAllByOrderByName();

    /** Writes at once, so that the view shows the new version. */
    OwnRole saveAndFlush(OwnRole role);

    void delete(OwnRole role);

    default OwnRole get(RoleId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("role.unknown", "There is no such role."));
    }
}
