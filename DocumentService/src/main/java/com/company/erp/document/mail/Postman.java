package com.company.erp.document.mail;

import com.company.erp.document.attachment.Attaching;
import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.document.sealing.SealedText;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.notice.Notices;
import com.company.erp.platform.outgoing.Outgoing;
import com.company.erp.platform.tenancy.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries e-mail to the companies' mail servers: takes one in a transaction, hands it over outside of any, and notes
 * what became of it in another. On however many instances, an e-mail is handed over by one of them.
 */
@Component
@EnableConfigurationProperties(MailProperties.class)
class Postman implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST_A_ROUND = 50;

    private final MailQueue queue;
    private final MailServers servers;
    private final Suppressions suppressions;
    private final Attaching attaching;
    private final SealedText sealing;
    private final Outgoing outgoing;
    private final Notices notices;
    private final MailProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Postman(
            MailQueue queue,
            MailServers servers,
            Suppressions suppressions,
            Attaching attaching,
            SealedText sealing,
            Outgoing outgoing,
            Notices notices,
            MailProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queue = queue;
        this.servers = servers;
        this.suppressions = suppressions;
        this.attaching = attaching;
        this.sealing = sealing;
        this.outgoing = outgoing;
        this.notices = notices;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::deliverAll, properties.sendEvery());
    }

    /** Goes around until nobody has much left. */
    void deliverAll() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = false;
            for (UUID company : queue.companiesWithDue()) more |= deliver(company);
        }
    }

    private boolean deliver(UUID company) {
        try {
            return Scope.get(Actor.system(new CompanyId(company), "postman"), () -> deliver(clock.instant()));
        } catch (RuntimeException e) {
            LOG.error("The mail of company {} is not sent.", company, e);
            return false;
        }
    }

    /**
     * Delivers what of the scope's company is due, a round of it, so that no company keeps the others waiting; answers
     * whether there may be more.
     */
    boolean deliver(Instant now) {
        transaction.executeWithoutResult(status -> queue.giveUpLost(now.minus(properties.uncertainAfter())));
        for (int i = 0; i < MOST_A_ROUND; i++) {
            Optional<MailQueue.Taken> taken = transaction.execute(status -> queue.take(now));
            if (taken == null || taken.isEmpty()) return false;
            MailLine.Outcome outcome = handOver(taken.get());
            transaction.executeWithoutResult(status -> note(taken.get(), outcome));
        }
        return true;
    }

    private record Prepared(MailLine line, MailLine.Letter letter) {}

    private MailLine.Outcome handOver(MailQueue.Taken mail) {
        Prepared ready;
        try {
            ready = transaction.execute(status -> prepare(mail));
        } catch (RuntimeException e) {
            LOG.error("The mail {} cannot be put together.", mail.id(), e);
            return new MailLine.Outcome(MailStatus.FAILED, "It could not be put together; the log says why.");
        }
        if (ready == null) return new MailLine.Outcome(MailStatus.FAILED, "No mail server is set up.");
        return ready.line.send(ready.letter, outgoing.sockets());
    }

    private @Nullable Prepared prepare(MailQueue.Taken mail) {
        Optional<MailSettings> settings = servers.findById(Scope.company().value());
        if (settings.isEmpty()) return null;
        MailLine line = settings.get().line(sealing);
        String domain = line.fromAddress().substring(line.fromAddress().indexOf('@') + 1);
        var letter = new MailLine.Letter(
                "<" + mail.id() + "@" + domain + ">",
                mail.toAddress(),
                mail.subject(),
                mail.sealedBody() == null ? mail.body() : sealing.open(mail.sealedBody()),
                mail.attachmentId() == null
                        ? List.of()
                        : List.of(attaching.download(new AttachmentId(mail.attachmentId()), null)));
        return new Prepared(line, letter);
    }

    private void tell(MailQueue.Taken mail, MailStatus status, @Nullable String problem) {
        if (mail.queuedById() == null) return;
        notices.tell(
                new UserId(mail.queuedById()),
                status == MailStatus.BOUNCED ? "mail.bounced" : "mail.failed",
                mail.record(),
                Map.of("to", mail.toAddress(), "problem", problem == null ? "" : problem));
    }

    private void note(MailQueue.Taken mail, MailLine.Outcome outcome) {
        Instant now = clock.instant();
        MailStatus status = queue.note(mail, outcome, now);
        if (status == MailStatus.BOUNCED || status == MailStatus.FAILED) tell(mail, status, outcome.problem());
        if (outcome.status() != MailStatus.BOUNCED) return;
        String address = mail.toAddress().toLowerCase(Locale.ROOT);
        if (suppressions.findByAddress(address).isPresent()) return;
        suppressions.saveAndFlush(new Suppression(address, Suppression.Reason.BOUNCED, now));
    }
}
