package com.company.erp.document.comment;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.notice.Notices;
import com.company.erp.platform.notice.Readers;
import com.company.erp.platform.records.RecordKind;
import com.company.erp.platform.records.Records;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.Page;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask of comments. Each call is one transaction, joined if one is open. */
@Door
public class Commenting {

    private static final Limit SHOWN = Limit.of(200);
    private static final int BEGINNING = 120;

    private final Comments comments;
    private final Records records;
    private final Notices notices;
    private final Readers readers;
    private final Clock clock;

    Commenting(Comments comments, Records records, Notices notices, Readers readers, Clock clock) {
        this.comments = comments;
        this.records = records;
        this.notices = notices;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * The latest 200 comments on a record, the last one first.
     *
     * @throws NotFound record.resource, record.unknown
     */
    @Needs("comment.read")
    @Refuses({"record.resource", "record.unknown"})
    @Transactional(readOnly = true)
    public Page<CommentView> list(String resource, UUID record) {
        records.visible(resource, record);
        var found = comments.findByResourceAndRecordIdOrderByIdDesc(resource, record, SHOWN).stream()
                .map(Comment::view)
                .toList();
        return new Page<>(found, null);
    }

    /**
     * Says something about a record, and tells those who are mentioned.
     *
     * @throws NotFound record.resource, record.unknown
     * @throws InvalidInput user.unknown, when somebody is mentioned who does not work here
     */
    @Needs("comment.write")
    @Refuses({"record.resource", "record.unknown", "user.unknown"})
    public CommentView say(String resource, UUID record, CommentDraft draft) {
        RecordKind.Found found = records.visible(resource, record);
        Set<UserId> mentions = draft.mentions() == null ? Set.of() : draft.mentions();
        if (!readers.include(mentions)) {
            throw new InvalidInput("mentions", "user.unknown", "Somebody is mentioned who does not work here.");
        }
        var comment = new Comment(resource, found.ref(), Scope.actor(), clock.instant(), draft.text(), mentions);
        CommentView said = comments.saveAndFlush(comment).view();
        for (UserId mentioned : mentions) {
            notices.tell(
                    mentioned,
                    "comment.mentioned",
                    found.ref(),
                    Map.of("by", said.authorName(), "record", found.label(), "text", beginning(said.text())));
        }
        return said;
    }

    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= BEGINNING ? line : line.substring(0, BEGINNING) + "…";
    }
}
