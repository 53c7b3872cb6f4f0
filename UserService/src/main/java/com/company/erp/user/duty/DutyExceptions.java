package com.company.erp.user.duty;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DutyExceptions extends Repository<DutyException, UUID> {

    Optional<DutyException> findById(UUID id);

    List<DutyException> findByPairIdOrderById(UUID pairId);

    /** Writes at once, so that the view shows the new version. */
    DutyException saveAndFlush(DutyException exception);

    default DutyException get(DutyExceptionId id) {
        return findById(id.value())
                .orElseThrow(() -> new NotFound("duty_exception.unknown", "There is no such exception."));
    }
}
