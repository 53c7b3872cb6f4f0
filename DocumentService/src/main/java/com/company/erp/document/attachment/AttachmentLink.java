package com.company.erp.document.attachment;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A further record that a file belongs to. */
@Entity
@Table(name = "attachment_links")
class AttachmentLink extends CompanyPart {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "attachment_id", updatable = false)
    private Attachment attachment;

    private String resource;
    private String recordType;
    private UUID recordId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected AttachmentLink() {}

    AttachmentLink(Attachment attachment, String resource, DocumentRef record) {
        this.attachment = attachment;
        this.resource = resource;
        this.recordType = record.type();
        this.recordId = record.id();
    }

    Place place() {
        return new Place(resource, recordId);
    }

    @Override
    public CompanyRecord whole() {
        return attachment;
    }
}
