package com.company.erp.masterdata.party;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Parties extends Repository<Party, UUID> {

    Party save(Party party);

    Party saveAndFlush(Party party);

    void delete(Party party);

    void flush();

    Optional<Party> findById(UUID id);

    List<Party> findByIdIn(Collection<UUID> ids);

    List<Party> findByCodeIn(Collection<String> codes);

    boolean existsByCode(String code);

    default Party get(PartyId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("party.unknown", "There is no such party."));
    }
}
