package com.company.erp.finance.recurring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DueDates extends Repository<DueDate, UUID> {

    DueDate save(DueDate date);

    Optional<DueDate> findByRecurringAndDueOn(UUID recurring, LocalDate dueOn);
}
