package com.company.erp.user.passkey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** The one passkey that a ceremony is about, as the library looks it up and changes it. */
final class OnePasskey implements UserCredentialRepository {

    private @Nullable CredentialRecord record;

    OnePasskey(@Nullable CredentialRecord record) {
        this.record = record;
    }

    CredentialRecord record() {
        if (record == null) throw new IllegalStateException("No passkey was made.");
        return record;
    }

    @Override
    public void save(CredentialRecord changed) {
        this.record = changed;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return record != null && record.getCredentialId().equals(id) ? record : null;
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes user) {
        return List.of();
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("No ceremony takes a passkey away.");
    }
}
