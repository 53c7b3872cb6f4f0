package com.company.erp.document.attachment;

import com.company.erp.document.storage.StoredFile;
import com.company.erp.platform.tenancy.CompanyPart;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One state of a file, which never changes. */
@Entity
@Table(name = "attachment_versions")
class AttachmentVersion extends CompanyPart {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "attachment_id", updatable = false)
    private Attachment attachment;

    private int number;

    @Column(name = "file_id")
    private UUID file;

    private byte[] sha256;
    private long sizeBytes;
    private String mediaType;
    private Instant addedAt;
    private String addedBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected AttachmentVersion() {}

    AttachmentVersion(Attachment attachment, int number, StoredFile file, Instant at, String by) {
        this.attachment = attachment;
        this.number = number;
        this.file = file.id();
        this.sha256 = file.sha256();
        this.sizeBytes = file.sizeBytes();
        this.mediaType = file.mediaType();
        this.addedAt = at;
        this.addedBy = by;
    }

    StoredFile file() {
        return new StoredFile(file, sha256, sizeBytes, mediaType);
    }

    AttachmentView.VersionView view() {
        return new AttachmentView.VersionView(number, mediaType, sizeBytes, file().fingerprint(), addedAt, addedBy);
    }

    @Override
    public CompanyRecord whole() {
        return attachment;
    }
}
