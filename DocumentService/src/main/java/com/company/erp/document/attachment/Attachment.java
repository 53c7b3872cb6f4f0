package com.company.erp.document.attachment;

import com.company.erp.document.storage.StoredFile;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

    @OneToMany(mappedBy = "attachment", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    @OptimisticLock(excluded = false)
    private List<AttachmentLink> links = new ArrayList<>();

    @OneToMany(mappedBy = "attachment", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("tag")
    @OptimisticLock(excluded = false)
    private List<AttachmentTag> tags = new ArrayList<>();

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

    /** @throws InvalidInput file.tags */
    void tag(Collection<String> wanted) {
        Set<String> plain = AttachmentTag.plain(wanted);
        tags.removeIf(tag -> !plain.contains(tag.tag()));
        tags.forEach(tag -> plain.remove(tag.tag()));
        plain.forEach(tag -> tags.add(new AttachmentTag(this, tag)));
    }

    /** All records that it belongs to, the one it came with first. */
    List<Place> places() {
        var home = new Place(resource, recordId);
        return Stream.concat(Stream.of(home), links.stream().map(AttachmentLink::place))
                .toList();
    }

    /** @throws RuleViolation attachment.linked_already */
    void link(String toResource, DocumentRef to) {
        if (places().contains(new Place(toResource, to.id()))) {
            throw new RuleViolation("attachment.linked_already", "The file belongs to that record already.");
        }
        links.add(new AttachmentLink(this, toResource, to));
    }

    /** @throws RuleViolation attachment.not_linked */
    void unlink(Place place) {
        if (links.removeIf(link -> link.place().equals(place))) return;
        throw new RuleViolation("attachment.not_linked", "The file was not linked to that record.");
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

    /**
     * @param booked when the last of its records came into the books; null when none did
     * @throws RuleViolation attachment.held, attachment.linked, attachment.retained
     */
    void requireRemovable(@Nullable LocalDate booked, LocalDate today, RetentionTerms terms) {
        if (holdReason != null) throw new RuleViolation("attachment.held", "The file is on hold: " + holdReason);
        if (!links.isEmpty()) {
            throw new RuleViolation(
                    "attachment.linked",
                    "The file belongs to " + links.size() + " more records; take it from them first.");
        }
        requireOver(booked, today, terms);
    }

    /** @throws RuleViolation attachment.held, attachment.retained */
    void requireUnlinkable(@Nullable LocalDate booked, LocalDate today, RetentionTerms terms) {
        if (holdReason != null) throw new RuleViolation("attachment.held", "The file is on hold: " + holdReason);
        if (booked != null) requireOver(booked, today, terms);
    }

    private void requireOver(@Nullable LocalDate booked, LocalDate today, RetentionTerms terms) {
        LocalDate until = keptUntil(booked, terms);
        if (until != null && !until.isBefore(today)) throw retained(until);
    }

    /** Its own term, or that of the books when a record of it has come into them since. */
    private @Nullable LocalDate keptUntil(@Nullable LocalDate bookedOn, RetentionTerms terms) {
        if (bookedOn == null) return keptUntil;
        LocalDate booked = terms.until(Retention.VOUCHER, bookedOn);
        return keptUntil == null || (booked != null && booked.isAfter(keptUntil)) ? booked : keptUntil;
    }

    /** The record that it came with. */
    DocumentRef record() {
        return new DocumentRef(recordType, recordId);
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

    /**
     * @param seen the record by which somebody sees the file, and after it all others that he may see
     * @param booked when the last of its records came into the books; null when none did
     */
    AttachmentView view(List<AttachmentView.PlaceView> seen, @Nullable LocalDate booked, RetentionTerms terms) {
        StoredFile newest = versions.getLast().file();
        return new AttachmentView(
                id(),
                version(),
                seen.getFirst().resource(),
                seen.getFirst().record(),
                seen.getFirst().label(),
                name,
                note,
                tags.stream().map(AttachmentTag::tag).toList(),
                newest.mediaType(),
                newest.sizeBytes(),
                newest.fingerprint(),
                source == Source.PRINTED,
                booked == null ? retention : Retention.VOUCHER,
                keptUntil(booked, terms),
                holdReason,
                versions.stream().map(AttachmentVersion::view).toList(),
                seen.subList(1, seen.size()));
    }
}
