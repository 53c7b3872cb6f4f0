package com.company.erp.platform.tenancy;

import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate of one company. The company is set by the persistence layer from the scope and is part of every UPDATE
 * and DELETE, which the table's key (company_id, id) and distribution by company need.
 */
@MappedSuperclass
public abstract class CompanyRecord {

    @Id
    private UUID id = Uuid7.next();

    @TenantId
    @PartitionKey
    @Column(name = "company_id")
    private @Nullable UUID companyId;

    @Version
    private @Nullable Integer version;

    protected CompanyRecord() {}

    /** For the few records whose id is given, such as the company itself. */
    protected CompanyRecord(UUID id) {
        this.id = id;
    }

    public UUID uuid() {
        return id;
    }

    /** Counts the changes since creation, which is 0; the ETag of the record. */
    public int version() {
        return version == null ? 0 : version;
    }

    /**
     * Refuses a change that was made looking at an older state of the record.
     *
     * @throws StaleDocument record.stale
     */
    public void mustBeAt(int versionRead) {
        if (version() != versionRead) {
            throw new StaleDocument("record.stale", "The record was changed by somebody else.");
        }
    }
}
