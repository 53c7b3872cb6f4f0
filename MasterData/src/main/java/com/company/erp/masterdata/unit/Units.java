package com.company.erp.masterdata.unit;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Units extends Repository<Unit, UUID> {

    Unit save(Unit unit);

    void delete(Unit unit);

    void flush();

    boolean existsByCode(String code);

    Optional<Unit> findById(UUID id);

    List<Unit> findByIdIn(Collection<UUID> ids);

    List<Unit> findByCodeIn(Collection<String> codes);

    default Unit get(UnitId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("unit.unknown", "There is no such unit."));
    }
}
