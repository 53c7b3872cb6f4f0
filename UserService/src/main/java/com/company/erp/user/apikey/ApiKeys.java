package com.company.erp.user.apikey;

import com.company.erp.kernel.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApiKeys extends Repository<ApiKey, UUID> {

    Optional<ApiKey> findById(UUID id);

    /** Writes at once, so that the view shows the new version. */
    ApiKey saveAndFlush(ApiKey key);

    default ApiKey get(ApiKeyId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("api_key.unknown", "There is no such key."));
    }
}
