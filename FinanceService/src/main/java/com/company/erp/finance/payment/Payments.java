package com.company.erp.finance.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Payments extends Repository<Payment, UUID> {

    Payment save(Payment payment);

    Optional<Payment> findById(UUID id);
}
