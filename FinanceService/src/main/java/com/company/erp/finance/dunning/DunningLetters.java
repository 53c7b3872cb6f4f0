package com.company.erp.finance.dunning;

import com.company.erp.kernel.NotFound;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DunningLetters extends Repository<DunningLetter, UUID> {

    DunningLetter saveAndFlush(DunningLetter letter);

    Optional<DunningLetter> findById(UUID id);

    boolean existsByPartyAndDunnedOn(UUID party, LocalDate date);

    default DunningLetter get(DunningId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("dunning.unknown", "There is no such letter."));
    }
}
