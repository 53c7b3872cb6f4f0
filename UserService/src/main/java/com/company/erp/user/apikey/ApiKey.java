package com.company.erp.user.apikey;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A machine's key. It is made with permissions and a last day, which stay; it may be rotated, so that the secret before
 * is good for a while beside the new one; and it ends by itself or is revoked, for good.
 */
@Entity
@Table(name = "api_keys")
class ApiKey extends CompanyRecord {

    private String name = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> networks = List.of();

    private String beginning = "";

    @NotAudited
    private byte[] hash = {};

    @NotAudited
    private byte @Nullable [] previousHash;

    private @Nullable Instant previousUntil;
    private UUID madeBy = new UUID(0, 0);
    private Instant madeAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;
    private @Nullable Instant revokedAt;

    protected ApiKey() {}

    ApiKey(NewApiKey wanted, List<String> networks, Secret secret, UserId maker, Instant now) {
        this.name = wanted.name().strip();
        this.permissions = List.copyOf(new TreeSet<>(wanted.permissions()));
        this.networks = networks;
        this.expiresAt = wanted.expiresAt();
        this.madeBy = maker.value();
        this.madeAt = now;
        carry(secret);
    }

    private void carry(Secret secret) {
        this.hash = secret.hash();
        this.beginning = secret.beginning();
    }

    /** @throws RuleViolation api_key.over */
    void rotate(Secret next, Duration overlap, Instant now) {
        if (revokedAt != null || !expiresAt.isAfter(now)) {
            throw new RuleViolation("api_key.over", "The key was revoked or has expired; make another one.");
        }
        boolean overlaps = overlap.isPositive();
        this.previousHash = overlaps ? hash : null;
        this.previousUntil = overlaps ? now.plus(overlap) : null;
        carry(next);
    }

    void revoke(Instant now) {
        if (revokedAt == null) revokedAt = now;
    }

    ApiKeyId id() {
        return new ApiKeyId(uuid());
    }

    List<String> permissions() {
        return List.copyOf(permissions);
    }
}
