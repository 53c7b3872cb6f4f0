package com.company.erp.masterdata.terms;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface NamedTermsList extends Repository<NamedTerms, UUID> {

    NamedTerms save(NamedTerms terms);

    void delete(NamedTerms terms);

    void flush();

    boolean existsById(UUID id);

    boolean existsByCode(String code);

    Optional<NamedTerms> findById(UUID id);

    List<NamedTerms> findByIdIn(Collection<UUID> ids);

    List<NamedTerms> findByCodeIn(Collection<String> codes);

    List<NamedTerms> findAllByOrderByCode();

    default NamedTerms get(PaymentTermsId id) {
        return findById(id.value())
                .orElseThrow(() -> new NotFound("payment_terms.unknown", "There are no such payment terms."));
    }
}
