package com.company.erp.finance.chart;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByCode(String code);

    List<Account> findByIdIn(Collection<UUID> ids);

    List<Account> findByCodeIn(Collection<String> codes);
}
