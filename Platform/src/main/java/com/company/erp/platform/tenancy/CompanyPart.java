package com.company.erp.platform.tenancy;

import com.company.erp.kernel.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A part of an aggregate, such as a line: it has no life and no version of its own, but its company's key. */
@MappedSuperclass
public abstract class CompanyPart {

    @Id
    private UUID id = Uuid7.next();

    @TenantId
    @PartitionKey
    @Column(name = "company_id")
    private @Nullable UUID companyId;

    protected CompanyPart() {}

    public UUID uuid() {
        return id;
    }

    /** The aggregate that this is a part of; its changes are told as the aggregate's. */
    public abstract CompanyRecord whole();
}
