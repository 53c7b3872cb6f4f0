package com.company.erp.document.attachment;

import com.company.erp.document.storage.FileStore;
import com.company.erp.document.storage.StoredFile;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.records.RecordKind;
import com.company.erp.platform.records.Records;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others may ask of files. Beside its own permission each method needs the one for reading a record of the file,
 * which must exist in the actor's company. Each call is one transaction, joined if one is open, and refuses with the
 * codes that it names.
 */
@Door
public class Attaching {

    private static final int MOST_PER_RECORD = 200;

    private final Attachments attachments;
    private final Records records;
    private final FileStore files;
    private final RetentionTerms terms;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Attaching(
            Attachments attachments,
            Records records,
            FileStore files,
            RetentionTerms terms,
            Clock clock,
            ApplicationEventPublisher events) {
        this.attachments = attachments;
        this.records = records;
        this.files = files;
        this.terms = terms;
        this.clock = clock;
        this.events = events;
    }

    /** Proves that the record may get a file, before one is received. */
    @Needs("attachment.add")
    @Refuses({"record.resource", "record.unknown", "attachment.too_many", "storage.foreign"})
    public void admit(String resource, UUID record) {
        records.visible(resource, record);
        requireRoom(new Place(resource, record));
        files.requireOwnPlace();
    }

    private void requireRoom(Place place) {
        if (attachments.count(place) < MOST_PER_RECORD) return;
        throw new RuleViolation("attachment.too_many", "A record has at most " + MOST_PER_RECORD + " files.");
    }

    /** Gives a record the received file. */
    @Needs("attachment.add")
    @Refuses({
        "record.resource",
        "record.unknown",
        "attachment.too_many",
        "storage.foreign",
        "file.empty",
        "file.form",
        "file.infected",
        "file.name",
        "file.tags",
        "file.type"
    })
    public AttachmentView attach(String resource, UUID record, AttachmentDetails details, FileStore.Received received) {
        admit(resource, record);
        RecordKind.Found found = records.visible(resource, record);
        var attachment = new Attachment(resource, found.ref(), Attachment.Source.UPLOADED, details.name());
        attachment.say(details.note());
        if (details.tags() != null) attachment.tag(details.tags());
        attachment.keep(wanted(details, found.bookedOn()), dated(found.bookedOn()), today(), terms);
        return kept(attachment, found, received);
    }

    /** Keeps what was printed of a record, once and for ever. */
    @Needs("attachment.add")
    @Refuses({"record.resource", "record.unknown", "file.name"})
    public AttachmentView keepPrinted(
            String resource, UUID record, String name, Retention retention, FileStore.Received received) {
        RecordKind.Found found = records.visible(resource, record);
        var attachment = new Attachment(resource, found.ref(), Attachment.Source.PRINTED, name);
        attachment.keep(retention, dated(found.bookedOn()), today(), terms);
        return kept(attachment, found, received);
    }

    private AttachmentView kept(Attachment attachment, RecordKind.Found record, FileStore.Received received) {
        StoredFile file = files.keep(received);
        attachment.add(file, clock.instant(), Scope.actor().name());
        Attachment saved = attachments.saveAndFlush(attachment);
        events.publishEvent(new AttachmentEvent.Added(record.ref(), saved.id(), saved.name()));
        return sightings().view(saved);
    }

    private Sightings sightings() {
        return new Sightings(records, terms);
    }

    private static Retention wanted(AttachmentDetails details, @Nullable LocalDate bookedOn) {
        Retention wanted = details.retention() == null ? Retention.NONE : details.retention();
        return bookedOn == null ? wanted : wanted.atLeast(Retention.VOUCHER);
    }

    private LocalDate dated(@Nullable LocalDate bookedOn) {
        return bookedOn == null ? today() : bookedOn;
    }

    /** Terms count years; which hour a day begins in makes no difference worth a statement. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The files of a record, the oldest first, also those that came with another one. */
    @Needs("attachment.read")
    @Refuses({"record.resource", "record.unknown"})
    @Transactional(readOnly = true)
    public Page<AttachmentView> list(String resource, UUID record) {
        records.visible(resource, record);
        var place = new Place(resource, record);
        Sightings sightings = sightings();
        return new Page<>(
                attachments.of(place).map(file -> sightings.view(file, place)).toList(), null);
    }

    @Needs("attachment.read")
    @Refuses({"attachment.unknown", "record.unknown"})
    @Transactional(readOnly = true)
    public AttachmentView find(AttachmentId id) {
        return sightings().view(attachments.get(id));
    }

    /** A file that the actor may see. */
    private Attachment seen(AttachmentId id) {
        Attachment attachment = attachments.get(id);
        sightings().require(attachment);
        return attachment;
    }

    /** The newest version, or an older one by its number. */
    @Needs("attachment.read")
    @Refuses({"attachment.unknown", "attachment.version_unknown", "record.unknown"})
    @Transactional(readOnly = true)
    public FileContent download(AttachmentId id, @Nullable Integer number) {
        return content(seen(id), number);
    }

    /** What was printed of a record; none when it never was. */
    @Needs("attachment.read")
    @Refuses({"record.resource", "record.unknown"})
    @Transactional(readOnly = true)
    public Optional<FileContent> printed(String resource, UUID record) {
        RecordKind.Found found = records.visible(resource, record);
        return attachments
                .findByRecordTypeAndRecordIdAndSource(found.ref().type(), record, Attachment.Source.PRINTED)
                .map(attachment -> content(attachment, null));
    }

    private FileContent content(Attachment attachment, @Nullable Integer number) {
        StoredFile file = attachment.version(number).file();
        return new FileContent(attachment.name(), file, files.content(file)::open);
    }

    /** Changes what is said of a file, which the caller must have read at {@code version}. */
    @Needs("attachment.change")
    @Refuses({"attachment.unknown", "record.unknown", "record.stale", "file.name", "file.tags", "attachment.retained"})
    public AttachmentView change(AttachmentId id, int version, AttachmentDetails details) {
        Attachment attachment = seen(id);
        attachment.mustBeAt(version);
        attachment.rename(details.name());
        attachment.say(details.note());
        if (details.tags() != null) attachment.tag(details.tags());
        LocalDate booked = sightings().booked(attachment.places());
        Retention wanted = wanted(details, booked);
        if (wanted != attachment.retention()) attachment.keep(wanted, dated(booked), today(), terms);
        return changed(attachment);
    }

    private AttachmentView changed(Attachment attachment) {
        return sightings().view(attachments.saveAndFlush(attachment));
    }

    /** Proves that a file may get a version, before one is received. */
    @Needs("attachment.change")
    @Refuses({"attachment.unknown", "record.unknown", "storage.foreign"})
    public void admitVersion(AttachmentId id) {
        seen(id);
        files.requireOwnPlace();
    }

    /** Replaces the content; the elder ones stay readable. */
    @Needs("attachment.change")
    @Refuses({
        "attachment.unknown",
        "record.unknown",
        "attachment.printed",
        "storage.foreign",
        "file.empty",
        "file.form",
        "file.infected",
        "file.name",
        "file.type"
    })
    public AttachmentView replace(AttachmentId id, FileStore.Received received) {
        Attachment attachment = seen(id);
        attachment.add(files.keep(received), clock.instant(), Scope.actor().name());
        events.publishEvent(new AttachmentEvent.Replaced(attachment.record(), id, attachment.name()));
        return changed(attachment);
    }

    /** Forbids the removal of a file, whatever its term. */
    @Needs("attachment.hold")
    @Refuses({"attachment.unknown", "record.unknown", "attachment.held"})
    public AttachmentView hold(AttachmentId id, String reason) {
        Attachment attachment = seen(id);
        attachment.hold(reason);
        return changed(attachment);
    }

    /** Lifts a hold. */
    @Needs("attachment.hold")
    @Refuses({"attachment.unknown", "record.unknown", "attachment.not_held"})
    public AttachmentView release(AttachmentId id) {
        Attachment attachment = seen(id);
        attachment.release();
        return changed(attachment);
    }

    /** Lets a file belong to a further record, which the actor must see as well. */
    @Needs("attachment.change")
    @Refuses({
        "attachment.unknown",
        "record.resource",
        "record.unknown",
        "attachment.linked_already",
        "attachment.too_many"
    })
    public AttachmentView link(AttachmentId id, Place to) {
        Attachment attachment = seen(id);
        RecordKind.Found found = records.visible(to.resource(), to.record());
        requireRoom(to);
        attachment.link(to.resource(), found.ref());
        events.publishEvent(new AttachmentEvent.Added(found.ref(), id, attachment.name()));
        return changed(attachment);
    }

    /** Takes a file from a record that it was linked to, unless that is in the books. */
    @Needs("attachment.change")
    @Refuses({
        "attachment.unknown",
        "record.resource",
        "record.unknown",
        "attachment.held",
        "attachment.not_linked",
        "attachment.retained"
    })
    public AttachmentView unlink(AttachmentId id, Place from) {
        Attachment attachment = seen(id);
        RecordKind.Found found = records.visible(from.resource(), from.record());
        attachment.requireUnlinkable(found.bookedOn(), today(), terms);
        attachment.unlink(from);
        events.publishEvent(new AttachmentEvent.Removed(found.ref(), id, attachment.name()));
        return changed(attachment);
    }

    /** Removes a file with all its versions. The bytes go with the sweep of a later night. */
    @Needs("attachment.remove")
    @Refuses({
        "attachment.unknown",
        "record.unknown",
        "record.stale",
        "attachment.held",
        "attachment.linked",
        "attachment.retained"
    })
    public void remove(AttachmentId id, int version) {
        Attachment attachment = seen(id);
        attachment.mustBeAt(version);
        attachment.requireRemovable(sightings().booked(attachment.places()), today(), terms);
        attachments.delete(attachment);
        attachments.flush();
        events.publishEvent(new AttachmentEvent.Removed(attachment.record(), id, attachment.name()));
    }
}
