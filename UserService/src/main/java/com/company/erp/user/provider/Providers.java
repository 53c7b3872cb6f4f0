package com.company.erp.user.provider;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Providers extends Repository<Provider, UUID> {

    Optional<Provider> findById(UUID id);

    List<Provider> findAllByOrderByNameAscIdAsc();

    /** Writes at once, so that the view shows the new version. */
    <P extends Provider> P saveAndFlush(P provider);

    void delete(Provider provider);

    /** Those of one kind, by name. */
    default <P extends Provider> List<P> all(Class<P> kind) {
        return findAllByOrderByNameAscIdAsc().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** @throws NotFound identity_provider.unknown, also where it is of another kind */
    default <P extends Provider> P get(IdentityProviderId id, Class<P> kind) {
        return findById(id.value())
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> new NotFound("identity_provider.unknown", "There is no such identity provider."));
    }
}
