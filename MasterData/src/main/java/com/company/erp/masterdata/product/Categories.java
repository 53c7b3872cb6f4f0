package com.company.erp.masterdata.product;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Categories extends Repository<Category, UUID> {

    Category save(Category category);

    void delete(Category category);

    void flush();

    boolean existsByCode(String code);

    int countByIdIn(Collection<UUID> ids);

    Optional<Category> findById(UUID id);

    List<Category> findByCodeIn(Collection<String> codes);

    default Category get(CategoryId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("category.unknown", "There is no such category."));
    }
}
