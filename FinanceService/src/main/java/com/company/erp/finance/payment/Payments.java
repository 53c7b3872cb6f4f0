package com.company.erp.finance.payment;

import com.company.erp.kernel.NotFound;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Payments extends Repository<Payment, UUID> {

    Payment save(Payment payment);

    Optional<Payment> findById(UUID id);

    /** Of two who take the same payment back, the second waits and sees that it is reversed. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT p FROM Payment p WHERE p.id = :id")
    Optional<Payment> lock(UUID id);

    default Payment get(PaymentId id) {
        return findById(id.value()).orElseThrow(Payments::unknown);
    }

    default Payment take(PaymentId id) {
        return lock(id.value()).orElseThrow(Payments::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("payment.unknown", "No such payment.");
    }
}
