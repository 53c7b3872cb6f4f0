package com.company.erp.document.attachment;

import com.company.erp.document.storage.StoredFile;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.records.RecordKind;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record. It may get new versions, and the old ones stay. It is kept at least as long as its class demands,
 * and the file of a record in the books as long as a voucher; a hold keeps it longer, until it is lifted. A printed
 * document has one version for ever.
 */
@Entity
@Table(name = "attachments")
class Attachment extends CompanyRecord {

    enum Source {
        UPLOADED,
        PRINTED
    }

    @Column(updatable = false)
    private String resource;

    @Column(updatable = false)
    private String recordType;

    @Column(updatable = false)
    private UUID recordId;

    private String name;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Source source;

    @Enumerated(EnumType.STRING)
    private Retention retention = Retention.NONE;

    private @Nullable LocalDate keptUntil;
    private @Nullable String holdReason;

    @OneToMany(mappedBy = "attachment", cascade = CascadeType.ALL)
    @OrderBy("number")
    @OptimisticLock(excluded = false)
    private List<AttachmentVersion> versions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Attachment() {}

    Attachment(String resource, DocumentRef record, Source source, String name) {
        this.resource = resource;
        this.recordType = record.type();
        this.recordId = record.id();
        this.source = source;
        this.name = plainName(name);
    }

    /** Names come from other people's disks: the folder is cut off, and what cannot be printed. */
    private static String plainName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"<>|:*?]", "")
                .strip();
        if (!name.isEmpty() && !name.matches("\\.+") && name.length() <= 200) return name;
        throw new InvalidInput("name", "file.name", "A file has a name of at most 200 characters.");
    }

    void say(@Nullable String newNote) {
        this.note = newNote == null || newNote.isBlank() ? null : newNote.strip();
    }

    void rename(String newName) {
        this.name = plainName(newName);
    }

    void add(StoredFile file, Instant at, String by) {
        if (source == Source.PRINTED && !versions.isEmpty()) {
            throw new RuleViolation("attachment.printed", "A printed document stays as it was printed.");
        }
        versions.add(new AttachmentVersion(this, versions.size() + 1, file, at, by));
    }

    /** Keeps it from a day on as its class demands; a term that runs is never shortened. */
    void keep(Retention wanted, LocalDate from, LocalDate today, RetentionTerms terms) {
        LocalDate until = terms.until(wanted, from);
        LocalDate running = keptUntil == null || keptUntil.isBefore(today) ? null : keptUntil;
        if (running != null && (until == null || until.isBefore(running))) throw retained(running);
        this.retention = wanted;
        this.keptUntil = until;
    }

    private static RuleViolation retained(LocalDate until) {
        return new RuleViolation("attachment.retained", "The file is to be kept until " + until + ".");
    }

    void hold(String reason) {
        if (holdReason != null) throw new RuleViolation("attachment.held", "The file is on hold: " + holdReason);
        this.holdReason = reason.strip();
    }

    void release() {
        if (holdReason == null) throw new RuleViolation("attachment.not_held", "The file is not on hold.");
        this.holdReason = null;
    }

    /** @throws RuleViolation attachment.held, attachment.retained */
    void requireRemovable(RecordKind.Found record, LocalDate today, RetentionTerms terms) {
        if (holdReason != null) throw new RuleViolation("attachment.held", "The file is on hold: " + holdReason);
        LocalDate until = keptUntil(record, terms);
        if (until != null && !until.isBefore(today)) throw retained(until);
    }

    /** Its own term, or that of the books when its record has come into them since. */
    private @Nullable LocalDate keptUntil(RecordKind.Found record, RetentionTerms terms) {
        if (record.bookedOn() == null) return keptUntil;
        LocalDate booked = terms.until(Retention.VOUCHER, record.bookedOn());
        return keptUntil == null || (booked != null && booked.isAfter(keptUntil)) ? booked : keptUntil;
    }

    String resource() {
        return resource;
    }

    UUID recordId() {
        return recordId;
    }

    String name() {
        return name;
    }

    AttachmentId id() {
        return new AttachmentId(uuid());
    }

    Retention retention() {
        return retention;
    }

    /** @throws NotFound attachment.version_unknown */
    AttachmentVersion version(@Nullable Integer number) {
        if (number == null) return versions.getLast();
        if (number >= 1 && number <= versions.size()) return versions.get(number - 1);
        throw new NotFound("attachment.version_unknown", "The file has " + versions.size() + " versions.");
    }

    AttachmentView view(RecordKind.Found record, RetentionTerms terms) {
        StoredFile newest = versions.getLast().file();
        return new AttachmentView(
                id(),
                version(),
                resource,
                recordId,
                name,
                note,
                newest.mediaType(),
                newest.sizeBytes(),
                newest.fingerprint(),
                source == Source.PRINTED,
                record.bookedOn() == null ? retention : Retention.VOUCHER,
                keptUntil(record, terms),
                holdReason,
                versions.stream().map(AttachmentVersion::view).toList());
    }
}
