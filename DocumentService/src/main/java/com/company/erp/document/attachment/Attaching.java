package com.company.erp.document.attachment;

import com.company.erp.document.storage.FileStore;
import com.company.erp.document.storage.StoredFile;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others may ask of files. Beside its own permission each method needs the one for reading the record, which must
 * exist in the actor's company. Each call is one transaction, joined if one is open.
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

    /**
     * Proves that the record may get a file, before one is received.
     *
     * @throws NotFound record.resource, record.unknown
     * @throws RuleViolation attachment.too_many, storage.foreign
     */
    @Needs("attachment.add")
    @Refuses({"record.resource", "record.unknown", "attachment.too_many", "storage.foreign"})
    public void admit(String resource, UUID record) {
        records.visible(resource, record);
        if (attachments.countByResourceAndRecordId(resource, record) >= MOST_PER_RECORD) {
            throw new RuleViolation("attachment.too_many", "A record has at most " + MOST_PER_RECORD + " files.");
        }
        files.requireOwnPlace();
    }

    /**
     * Gives a record the received file.
     *
     * @throws NotFound record.resource, record.unknown
     * @throws InvalidInput file.name
     * @throws RuleViolation attachment.too_many, storage.foreign
     */
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
        "file.type"
    })
    public AttachmentView attach(String resource, UUID record, AttachmentDetails details, FileStore.Received received) {
        admit(resource, record);
        RecordKind.Found found = records.visible(resource, record);
        var attachment = new Attachment(resource, found.ref(), Attachment.Source.UPLOADED, details.name());
        attachment.say(details.note());
        attachment.keep(wanted(details, found), dated(found), today(), terms);
        return kept(attachment, found, received);
    }

    /**
     * Keeps what was printed of a record, once and for ever.
     *
     * @throws NotFound record.resource, record.unknown
     */
    @Needs("attachment.add")
    @Refuses({"record.resource", "record.unknown", "file.name"})
    public AttachmentView keepPrinted(
            String resource, UUID record, String name, Retention retention, FileStore.Received received) {
        RecordKind.Found found = records.visible(resource, record);
        var attachment = new Attachment(resource, found.ref(), Attachment.Source.PRINTED, name);
        attachment.keep(retention, dated(found), today(), terms);
        return kept(attachment, found, received);
    }

    private AttachmentView kept(Attachment attachment, RecordKind.Found record, FileStore.Received received) {
        StoredFile file = files.keep(received);
        attachment.add(file, clock.instant(), Scope.actor().name());
        Attachment saved = attachments.saveAndFlush(attachment);
        events.publishEvent(new AttachmentEvent.Added(record.ref(), saved.id(), saved.name()));
        return saved.view(record, terms);
    }

    private static Retention wanted(AttachmentDetails details, RecordKind.Found record) {
        Retention wanted = details.retention() == null ? Retention.NONE : details.retention();
        return record.bookedOn() == null ? wanted : wanted.atLeast(Retention.VOUCHER);
    }

    private LocalDate dated(RecordKind.Found record) {
        return record.bookedOn() == null ? today() : record.bookedOn();
    }

    /** Terms count years; which hour a day begins in makes no difference worth a statement. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The files of a record, the oldest first. */
    @Needs("attachment.read")
    @Refuses({"record.resource", "record.unknown"})
    @Transactional(readOnly = true)
    public Page<AttachmentView> list(String resource, UUID record) {
        RecordKind.Found found = records.visible(resource, record);
        List<AttachmentView> views = attachments.findByResourceAndRecordIdOrderById(resource, record).stream()
                .map(attachment -> attachment.view(found, terms))
                .toList();
        return new Page<>(views, null);
    }

    /** @throws NotFound attachment.unknown */
    @Needs("attachment.read")
    @Refuses({"attachment.unknown", "record.unknown"})
    @Transactional(readOnly = true)
    public AttachmentView find(AttachmentId id) {
        Attachment attachment = attachments.get(id);
        return attachment.view(record(attachment), terms);
    }

    private RecordKind.Found record(Attachment attachment) {
        return records.visible(attachment.resource(), attachment.recordId());
    }

    /** The newest version, or an older one by its number. */
    @Needs("attachment.read")
    @Refuses({"attachment.unknown", "attachment.version_unknown", "record.unknown"})
    @Transactional(readOnly = true)
    public FileContent download(AttachmentId id, @Nullable Integer number) {
        Attachment attachment = attachments.get(id);
        record(attachment);
        return content(attachment, number);
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

    /**
     * Changes what is said of a file, which the caller must have read at {@code version}.
     *
     * @throws NotFound attachment.unknown
     * @throws StaleDocument record.stale
     * @throws InvalidInput file.name
     * @throws RuleViolation attachment.retained
     */
    @Needs("attachment.change")
    @Refuses({"attachment.unknown", "record.unknown", "record.stale", "file.name", "attachment.retained"})
    public AttachmentView change(AttachmentId id, int version, AttachmentDetails details) {
        Attachment attachment = attachments.get(id);
        RecordKind.Found record = record(attachment);
        attachment.mustBeAt(version);
        attachment.rename(details.name());
        attachment.say(details.note());
        Retention wanted = wanted(details, record);
        if (wanted != attachment.retention()) attachment.keep(wanted, dated(record), today(), terms);
        return attachments.saveAndFlush(attachment).view(record, terms);
    }

    /** Proves that a file may get a version, before one is received. */
    @Needs("attachment.change")
    @Refuses({"attachment.unknown", "record.unknown", "storage.foreign"})
    public void admitVersion(AttachmentId id) {
        record(attachments.get(id));
        files.requireOwnPlace();
    }

    /**
     * Replaces the content; the elder ones stay readable.
     *
     * @throws NotFound attachment.unknown
     * @throws RuleViolation attachment.printed
     */
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
        Attachment attachment = attachments.get(id);
        RecordKind.Found record = record(attachment);
        attachment.add(files.keep(received), clock.instant(), Scope.actor().name());
        events.publishEvent(new AttachmentEvent.Replaced(record.ref(), id, attachment.name()));
        return attachments.saveAndFlush(attachment).view(record, terms);
    }

    /**
     * Forbids the removal of a file, whatever its term.
     *
     * @throws NotFound attachment.unknown
     * @throws RuleViolation attachment.held
     */
    @Needs("attachment.hold")
    @Refuses({"attachment.unknown", "record.unknown", "attachment.held"})
    public AttachmentView hold(AttachmentId id, String reason) {
        Attachment attachment = attachments.get(id);
        attachment.hold(reason);
        return attachments.saveAndFlush(attachment).view(record(attachment), terms);
    }

    /**
     * Lifts a hold.
     *
     * @throws NotFound attachment.unknown
     * @throws RuleViolation attachment.not_held
     */
    @Needs("attachment.hold")
    @Refuses({"attachment.unknown", "record.unknown", "attachment.not_held"})
    public AttachmentView release(AttachmentId id) {
        Attachment attachment = attachments.get(id);
        attachment.release();
        return attachments.saveAndFlush(attachment).view(record(attachment), terms);
    }

    /**
     * Removes a file with all its versions. The bytes go with the sweep of a later night.
     *
     * @throws NotFound attachment.unknown
     * @throws StaleDocument record.stale
     * @throws RuleViolation attachment.held, attachment.retained
     */
    @Needs("attachment.remove")
    @Refuses({"attachment.unknown", "record.unknown", "record.stale", "attachment.held", "attachment.retained"})
    public void remove(AttachmentId id, int version) {
        Attachment attachment = attachments.get(id);
        RecordKind.Found record = record(attachment);
        attachment.mustBeAt(version);
        attachment.requireRemovable(record, today(), terms);
        attachments.delete(attachment);
        attachments.flush();
        events.publishEvent(new AttachmentEvent.Removed(record.ref(), id, attachment.name()));
    }
}
