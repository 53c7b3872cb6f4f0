package com.company.erp.document.letterhead;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Letterheads extends Repository<Letterhead, UUID> {

    Letterhead saveAndFlush(Letterhead letterhead);

    Optional<Letterhead> findById(UUID id);
}
