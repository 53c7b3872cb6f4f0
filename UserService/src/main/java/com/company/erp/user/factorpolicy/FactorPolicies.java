package com.company.erp.user.factorpolicy;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FactorPolicies extends Repository<FactorPolicy, UUID> {

    FactorPolicy saveAndFlush(FactorPolicy policy);

    Optional<FactorPolicy> findById(UUID id);
}
