package com.company.erp.document.finding;

import com.company.erp.document.sealing.SealedContent;
import com.company.erp.document.storage.FileStore;
import com.company.erp.document.storage.StoredFile;
import com.company.erp.document.text.TextReader;
import com.company.erp.document.text.Words;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers the words that files are found by, shortly after they have come or changed. On however many instances, a
 * content is read by one of them: it is taken in one transaction, read outside of any, and its words are noted in
 * another. What an instance took and never noted, since it died, is taken again.
 */
@Component
@EnableConfigurationProperties(FindingProperties.class)
class WordGatherer implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(WordGatherer.class);
    private static final int FEW = 50;
    private static final int TRIES = 3;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofHours(1);

    private final WordQueue queue;
    private final FileStore files;
    private final FindingProperties properties;
    private final TextReader reader;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock busy = new ReentrantLock();

    WordGatherer(
            WordQueue queue,
            FileStore files,
            FindingProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.queue = queue;
        this.files = files;
        this.properties = properties;
        this.reader = new TextReader(properties.patience());
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        // At a fixed rate each round has a thread of its own, so that a long one keeps nobody else's work waiting.
        tasks.addFixedRateTask(
                new FixedRateTask(this::gatherUnlessBusy, properties.readEvery(), properties.readEvery()));
    }

    private void gatherUnlessBusy() {
        if (!busy.tryLock()) return;
        try {
            gatherAll();
        } finally {
            busy.unlock();
        }
    }

    /** Goes around until nobody has much left; the program that reads stays for as long as there is something to do. */
    void gatherAll() {
        List<UUID> companies = queue.companies();
        if (companies.isEmpty()) reader.rest();
        while (!companies.isEmpty() && !Thread.currentThread().isInterrupted()) {
            companies = companies.stream().filter(this::gather).toList();
        }
    }

    /** Whether the company may have more. */
    private boolean gather(UUID company) {
        try {
            return Scope.get(Actor.system(new CompanyId(company), "word gatherer"), this::gather);
        } catch (RuntimeException e) {
            LOG.error("The words in the files of company {} are not gathered.", company, e);
            return false;
        }
    }

    private boolean gather() {
        List<WordQueue.Due> few =
                Objects.requireNonNull(transaction.execute(status -> queue.due(lost(clock.instant()), FEW)));
        boolean left = few.size() == FEW;
        for (WordQueue.Due due : few) {
            try {
                // What another attachment has had read meanwhile comes around again, and what somebody is at does not.
                if (isToBeRead(due) && !read(due.file())) {
                    left = true;
                } else {
                    transaction.executeWithoutResult(status -> queue.gather(due, Words.of(due.named())));
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("The words in the file {} wait for {}: {}", due.fileId(), PAUSE_AFTER_FAILURE, e.toString());
                transaction.executeWithoutResult(status -> {
                    queue.giveBack(due.file());
                    queue.postpone(due, clock.instant().plus(PAUSE_AFTER_FAILURE));
                });
            }
        }
        return left;
    }

    /** Whoever began to read before that is no longer at it. */
    private Instant lost(Instant now) {
        return now.minus(properties.patience().multipliedBy(2)).minus(GRACE);
    }

    private boolean isToBeRead(WordQueue.Due due) {
        return properties.text() && !due.isRead() && TextReader.reads(due.mediaType(), due.sizeBytes());
    }

    /** Answers false where somebody else has taken it. */
    private boolean read(StoredFile file) throws IOException {
        Instant now = clock.instant();
        Optional<Integer> times = transaction.execute(status -> queue.take(file, now, lost(now)));
        if (times == null || times.isEmpty()) return false;
        TextReader.Read read = times.get() > TRIES
                ? new TextReader.Read(Set.of(), "Whoever read it did not come to an end.")
                : words(file);
        transaction.executeWithoutResult(status -> queue.note(file, read));
        return true;
    }

    private TextReader.Read words(StoredFile file) throws IOException {
        SealedContent content = Objects.requireNonNull(transaction.execute(status -> files.content(file)));
        try (InputStream in = content.open()) {
            return reader.read(file.mediaType(), in, Math.toIntExact(file.sizeBytes()));
        }
    }
}
