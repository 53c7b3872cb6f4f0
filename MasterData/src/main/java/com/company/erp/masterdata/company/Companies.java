package com.company.erp.masterdata.company;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Companies extends Repository<Company, UUID> {

    Optional<Company> findById(UUID id);

    /** Writes at once, so that the view shows the new version. */
    Company saveAndFlush(Company company);
}
