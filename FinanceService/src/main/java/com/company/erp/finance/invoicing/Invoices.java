package com.company.erp.finance.invoicing;

import com.company.erp.kernel.NotFound;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Invoices extends Repository<Invoice, UUID> {

    Optional<Invoice> findById(UUID id);

    /**
     * Read for a change: two who change the same invoice wait for one another, and the second sees what the first did.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT i FROM Invoice i WHERE i.id = :id")
    Optional<Invoice> lock(UUID id);

    /** The next invoices to turn overdue, in the order of their ids, as payments lock them too. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT i FROM Invoice i WHERE i.status = ISSUED AND i.nextDueDate < :today ORDER BY i.id")
    List<Invoice> lockLate(LocalDate today, Limit limit);

    default Invoice get(InvoiceId id) {
        return findById(id.value()).orElseThrow(Invoices::unknown);
    }

    default Invoice take(InvoiceId id) {
        return lock(id.value()).orElseThrow(Invoices::unknown);
    }

    static NotFound unknown() {
        return new NotFound("invoice.unknown", "There is no such invoice.");
    }
}
