package com.company.erp.finance.numbering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Journals extends Repository<Journal, UUID> {

    Journal save(Journal journal);

    Journal saveAndFlush(Journal journal);

    Optional<Journal> findByKind(JournalKind kind);

    List<Journal> findAllByOrderByKind();
}
