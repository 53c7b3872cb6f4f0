package com.company.erp.masterdata.product;

import com.company.erp.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Products extends Repository<Product, UUID> {

    Product save(Product product);

    void delete(Product product);

    void flush();

    boolean existsByCode(String code);

    Optional<Product> findById(UUID id);

    List<Product> findByIdIn(Collection<UUID> ids);

    List<Product> findByCodeIn(Collection<String> codes);

    default Product get(ProductId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("product.unknown", "There is no such product."));
    }
}
