package com.company.erp.web.timeline;

import com.company.erp.document.comment.CommentView;
import com.company.erp.document.mail.MailView;
import com.company.erp.platform.trail.FieldChange;
import com.company.erp.platform.trail.RecordChange;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the timeline.
 *
 * @param kind change, comment or mail, for the style sheet
 * @param what in one line, such as Created
 * @param tone what its colour says, if it has one
 */
record Happening(
        String kind,
        Instant instant,
        String at,
        String who,
        String what,
        @Nullable String text,
        @Nullable String tone,
        List<Change> changes) {

    private static final int LONGEST = 80;
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    record Change(String field, String before, String after) {}

    static Happening of(RecordChange change, Texts texts) {
        boolean isMade = change.action().equals("create");
        List<Change> changes = isMade
                ? List.of()
                : change.changes().stream()
                        .filter(Happening::isPlain)
                        .map(field -> new Change(
                                texts.field(field.field()), texts.value(field.before()), texts.value(field.after())))
                        .toList();
        return new Happening(
                "change",
                change.at(),
                texts.moment(change.at()),
                change.actor().value().toString().equals(NOBODY) ? texts.say("timeline.house") : change.actorName(),
                texts.action(change.action()),
                null,
                null,
                changes);
    }

    /** Of parts, of links and of long texts the document itself tells. */
    private static boolean isPlain(FieldChange change) {
        return !change.field().contains(".")
                && !change.field().contains(" ")
                && isPlain(change.before())
                && isPlain(change.after());
    }

    private static boolean isPlain(@Nullable String value) {
        return value == null || value.length() <= LONGEST && !value.matches("(?s)[\\[{].*|[0-9a-f]{8}-[0-9a-f-]{27}");
    }

    static Happening of(CommentView comment, Texts texts) {
        return new Happening(
                "comment",
                comment.at(),
                texts.moment(comment.at()),
                comment.authorName(),
                texts.say("timeline.said"),
                comment.text(),
                null,
                List.of());
    }

    static Happening of(MailView mail, Texts texts) {
        return new Happening(
                "mail",
                mail.queuedAt(),
                texts.moment(mail.queuedAt()),
                mail.queuedBy(),
                texts.say("timeline.mail", mail.to()) + " · " + texts.constant(mail.status()),
                mail.problem() == null ? mail.subject() : mail.subject() + " – " + mail.problem(),
                Cell.tone(mail.status().name()),
                List.of());
    }
}
