package com.company.erp.document.mail;

import com.company.erp.kernel.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Suppressions extends Repository<Suppression, UUID> {

    Suppression saveAndFlush(Suppression suppression);

    void delete(Suppression suppression);

    Optional<Suppression> findById(UUID id);

    Optional<Suppression> findByAddress(String address);

    default Suppression get(SuppressionId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("suppression.unknown", "There is no such address."));
    }
}
