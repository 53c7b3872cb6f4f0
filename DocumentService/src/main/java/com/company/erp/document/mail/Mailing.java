package com.company.erp.document.mail;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentView;
import com.company.erp.document.sealing.SealedText;
import com.company.erp.document.wording.MailKind;
import com.company.erp.document.wording.Said;
import com.company.erp.document.wording.Wording;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.masterdata.party.Contact;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.records.RecordKind;
import com.company.erp.platform.records.Records;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask of e-mail. Each call is one transaction, joined if one is open. */
@Door
public class Mailing {

    private final Mails mails;
    private final MailServers servers;
    private final Suppressions suppressions;
    private final Letters letters;
    private final Wording wording;
    private final Attaching attaching;
    private final Records records;
    private final SealedText sealing;
    private final JdbcClient jdbc;
    private final Clock clock;

    Mailing(
            Mails mails,
            MailServers servers,
            Suppressions suppressions,
            Letters letters,
            Wording wording,
            Attaching attaching,
            Records records,
            SealedText sealing,
            JdbcClient jdbc,
            Clock clock) {
        this.mails = mails;
        this.servers = servers;
        this.suppressions = suppressions;
        this.letters = letters;
        this.wording = wording;
        this.attaching = attaching;
        this.records = records;
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What would be sent with a record.
     *
     * @throws NotFound record.resource, record.unknown, mail.resource
     */
    @Needs("mail.read")
    @Refuses({"record.resource", "record.unknown", "mail.resource"})
    @Transactional(readOnly = true)
    public MailText preview(String resource, UUID id) {
        records.visible(resource, id);
        return text(letters.of(resource, id), new MailText(null, null, null));
    }

    private MailText text(Letter letter, MailText wanted) {
        Said usual = wording.say(letter.kind(), letter.language(), letter.values());
        return new MailText(
                wanted.to() == null ? address(letter.to()) : wanted.to(),
                wanted.subject() == null ? usual.subject() : wanted.subject(),
                wanted.text() == null ? usual.text() : wanted.text());
    }

    private static @Nullable String address(PartyView customer) {
        return customer.contacts().stream()
                .map(Contact::email)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Puts a record with its paper into the queue of e-mail: an issued invoice or credit note, or a dunning letter.
     *
     * @throws NotFound record.resource, record.unknown, mail.resource
     * @throws InvalidInput mail.no_address
     * @throws RuleViolation invoice.not_issued, mail.not_configured, mail.suppressed, storage.foreign
     */
    @Needs("mail.send")
    @Refuses({
        "record.resource",
        "record.unknown",
        "mail.resource",
        "invoice.not_issued",
        "mail.no_address",
        "mail.not_configured",
        "mail.suppressed",
        "storage.foreign",
        "template.broken"
    })
    public MailView send(String resource, UUID id, MailText wanted) {
        RecordKind.Found record = records.visible(resource, id);
        Letter letter = letters.of(resource, id);
        if (letter.kind() != MailKind.DUNNING_LETTER && record.bookedOn() == null) {
            throw new RuleViolation("invoice.not_issued", "Only an issued invoice is sent.");
        }
        if (servers.findById(Scope.company().value()).isEmpty()) {
            throw new RuleViolation("mail.not_configured", "Set up the company's mail server first.");
        }
        MailText text = text(letter, wanted);
        if (text.to() == null) throw new InvalidInput("to", "mail.no_address", "The customer has no e-mail address.");
        requireWelcome(text.to());
        var unused = letter.paper().get(); // Has it printed, where it is not yet.
        AttachmentView paper = attaching.list(resource, id).items().stream()
                .filter(AttachmentView::printed)
                .findFirst()
                .orElseThrow();
        var mail = new Mail(resource, record.ref(), paper.id().value(), text, clock.instant(), Scope.actor());
        return mails.saveAndFlush(mail).view();
    }

    private void requireWelcome(String address) {
        suppressions.findByAddress(address.toLowerCase(Locale.ROOT)).ifPresent(found -> {
            throw new RuleViolation(
                    "mail.suppressed",
                    "This address gets no more mail: " + found.view().reason() + " since "
                            + found.view().since() + ".");
        });
    }

    /**
     * The e-mail of a record, the oldest first.
     *
     * @throws NotFound record.resource, record.unknown
     */
    @Needs("mail.read")
    @Refuses({"record.resource", "record.unknown"})
    @Transactional(readOnly = true)
    public Page<MailView> list(String resource, UUID record) {
        records.visible(resource, record);
        List<MailView> found = mails.findByResourceAndRecordIdOrderById(resource, record).stream()
                .map(Mail::view)
                .toList();
        return new Page<>(found, null);
    }

    /** @throws NotFound mail.unknown */
    @Needs("mail.read")
    @Refuses({"mail.unknown", "record.unknown"})
    @Transactional(readOnly = true)
    public MailView find(MailId id) {
        return visible(id).view();
    }

    private Mail visible(MailId id) {
        Mail mail = mails.get(id);
        records.visible(mail.resource(), mail.recordId());
        return mail;
    }

    /**
     * Sends again what failed, or what perhaps never went out.
     *
     * @throws NotFound mail.unknown
     * @throws RuleViolation mail.not_failed, mail.suppressed
     */
    @Needs("mail.send")
    @Refuses({"mail.unknown", "mail.not_failed", "mail.suppressed", "record.unknown"})
    public MailView retry(MailId id) {
        Mail mail = visible(id);
        requireWelcome(mail.to());
        mail.retry(clock.instant());
        return mails.saveAndFlush(mail).view();
    }

    /** @throws NotFound mail.not_configured */
    @Needs("mail_server.read")
    @Refuses("mail.not_configured")
    @Transactional(readOnly = true)
    public MailSettingsView readServer() {
        return servers.findById(Scope.company().value())
                .orElseThrow(() -> new NotFound("mail.not_configured", "The company has no mail server yet."))
                .view();
    }

    /**
     * Sets up the company's mail server, or changes it. At another host the password has to be given again.
     *
     * @throws StaleDocument record.stale
     */
    @Needs(value = "mail_server.change", freshly = true)
    @Refuses("record.stale")
    public MailSettingsView changeServer(MailSettingsDetails details, int version) {
        MailSettings settings =
                servers.findById(Scope.company().value()).orElseGet(() -> new MailSettings(Scope.company()));
        settings.mustBeAt(version);
        settings.change(details, sealing);
        return servers.saveAndFlush(settings).view();
    }

    /** The addresses that get no more mail. */
    @Needs("suppression.read")
    @Refuses({"sort.unknown", "cursor.malformed", "limit.range"})
    @Transactional(readOnly = true)
    public Page<SuppressionView> listSuppressions(Paging paging) {
        return KeysetQuery.of("s.id, s.version, s.address, s.reason, s.since", "mail_suppressions s")
                .sort("address", "s.address", "text")
                .page(
                        jdbc,
                        paging,
                        "address",
                        (row, n) -> new SuppressionView(
                                new SuppressionId(row.getObject("id", UUID.class)),
                                row.getInt("version"),
                                row.getString("address"),
                                row.getString("reason"),
                                row.getObject("since", OffsetDateTime.class).toInstant()));
    }

    /**
     * Notes that an address gets no more mail: it bounced, or its owner wants none.
     *
     * @throws RuleViolation suppression.exists
     */
    @Needs("suppression.change")
    @Refuses("suppression.exists")
    public SuppressionView suppress(String address, boolean bounced) {
        String plain = address.strip().toLowerCase(Locale.ROOT);
        if (suppressions.findByAddress(plain).isPresent()) {
            throw new RuleViolation("suppression.exists", "This address gets no mail already.");
        }
        var reason = bounced ? Suppression.Reason.BOUNCED : Suppression.Reason.OPTED_OUT;
        return suppressions
                .saveAndFlush(new Suppression(plain, reason, clock.instant()))
                .view();
    }

    /**
     * Lets an address get mail again.
     *
     * @throws NotFound suppression.unknown
     * @throws StaleDocument record.stale
     */
    @Needs("suppression.change")
    @Refuses({"suppression.unknown", "record.stale"})
    public void welcome(SuppressionId id, int version) {
        Suppression found = suppressions.get(id);
        found.mustBeAt(version);
        suppressions.delete(found);
    }
}
