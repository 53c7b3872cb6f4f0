package com.company.erp.user.provider;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface IdentityProviders extends Repository<IdentityProvider, UUID> {

    Optional<IdentityProvider> findById(UUID id);

    List<IdentityProvider> findAllByOrderByNameAscIdAsc();

    /** Writes at once, so that the view shows the new version. */
    IdentityProvider saveAndFlush(IdentityProvider provider);

    void delete(IdentityProvider provider);

    default IdentityProvider get(IdentityProviderId id) {
        return findById(id.value())
                .orElseThrow(() -> new NotFound("identity_provider.unknown", "There is no such identity provider."));
    }
}
