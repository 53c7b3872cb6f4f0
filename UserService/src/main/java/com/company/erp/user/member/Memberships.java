package com.company.erp.user.member;

import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Memberships extends Repository<Membership, UUID> {

    Optional<Membership> findById(UUID user);

    /** Writes at once, so that the view shows the new version. */
    Membership saveAndFlush(Membership membership);

    default Membership get(UserId user) {
        return findById(user.value())
                .orElseThrow(() -> new NotFound("user.unknown", "Nobody of this company has that id."));
    }
}
