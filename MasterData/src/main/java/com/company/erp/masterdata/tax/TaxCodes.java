package com.company.erp.masterdata.tax;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface TaxCodes extends Repository<TaxCode, UUID> {

    TaxCode save(TaxCode code);

    void delete(TaxCode code);

    void flush();

    boolean existsById(UUID id);

    boolean existsByCode(String code);

    Optional<TaxCode> findById(UUID id);

    List<TaxCode> findByIdIn(Collection<UUID> ids);

    List<TaxCode> findByCodeIn(Collection<String> codes);

    default TaxCode get(TaxCodeId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("tax_code.unknown", "There is no such tax code."));
    }
}
