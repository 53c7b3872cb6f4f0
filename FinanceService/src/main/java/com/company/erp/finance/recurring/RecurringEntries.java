package com.company.erp.finance.recurring;

import com.company.erp.kernel.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecurringEntries extends Repository<RecurringEntry, UUID> {

    RecurringEntry save(RecurringEntry entry);

    RecurringEntry saveAndFlush(RecurringEntry entry);

    Optional<RecurringEntry> findById(UUID id);

    default RecurringEntry get(RecurringId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("recurring.unknown", "No such recurring entry."));
    }
}
