package com.company.erp.user.view;

import com.company.erp.kernel.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SavedViews extends Repository<SavedView, UUID> {

    Optional<SavedView> findById(UUID id);

    Optional<SavedView> findByOwnerIdAndListAndName(UUID ownerId, String list, String name);

    int countByOwnerId(UUID ownerId);

    @Query("FROM SavedView v WHERE v.list = :list AND (v.ownerId = :reader OR v.shared) ORDER BY v.name, v.id")
    List<SavedView> offered(String list, UUID reader);

    /** Writes at once, so that the line shows the new version. */
    SavedView saveAndFlush(SavedView view);

    void delete(SavedView view);

    default SavedView get(ViewId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("view.unknown", "There is no such view."));
    }
}
