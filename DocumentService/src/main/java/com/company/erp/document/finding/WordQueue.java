package com.company.erp.document.finding;

import com.company.erp.document.storage.StoredFile;
import com.company.erp.document.text.TextReader;
import com.company.erp.platform.tenancy.Scope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attachments whose words are to be gathered, and the words in contents, as their tables have them. */
@Component
class WordQueue {

    private final JdbcClient jdbc;

    WordQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An attachment whose words are to be gathered.
     *
     * @param state of the words in its newest content; null when nobody has read it yet
     */
    record Due(
            UUID id,
            OffsetDateTime dueAt,
            String named,
            UUID fileId,
            byte[] sha256,
            long sizeBytes,
            String mediaType,
            @Nullable String state) {

        StoredFile file() {
            return new StoredFile(fileId, sha256, sizeBytes, mediaType);
        }

        boolean isRead() {
            return state != null && !state.equals("READING");
        }
    }

    List<UUID> companies() {
        return jdbc.sql("SELECT company_id FROM companies_with_words_to_gather() ORDER BY company_id")
                .query(UUID.class)
                .list();
    }

    /** Those first that have waited longest, without those whose content somebody is reading. */
    List<Due> due(Instant lost, int most) {
        return jdbc.sql("""
                        SELECT w.id, w.due_at, concat_ws(' ', a.name, a.note, (
                                   SELECT string_agg(t.tag, ' ') FROM attachment_tags t
                                   WHERE t.company_id = a.company_id AND t.attachment_id = a.id)) AS named,
                               v.file_id, v.sha256, v.size_bytes, v.media_type, f.state
                        FROM attachment_words w
                        JOIN attachments a ON a.company_id = w.company_id AND a.id = w.id
                        JOIN LATERAL (
                            SELECT v.file_id, v.sha256, v.size_bytes, v.media_type FROM attachment_versions v
                            WHERE v.company_id = w.company_id AND v.attachment_id = w.id
                            ORDER BY v.number DESC LIMIT 1) v ON true
                        LEFT JOIN file_words f ON f.company_id = w.company_id AND f.id = v.file_id
                        WHERE w.company_id = :company AND w.due_at <= now()
                          AND (f.state = 'READING' AND f.taken_at >= :lost) IS NOT TRUE
                        ORDER BY w.due_at, w.id LIMIT :most""")
                .param("company", Scope.company().value())
                .param("lost", utc(lost))
                .param("most", most)
                .query(Due.class)
                .list();
    }

    /** Takes a content to read it, unless somebody else has; answers how often it was taken. */
    Optional<Integer> take(StoredFile file, Instant now, Instant lost) {
        return jdbc.sql("""
                        INSERT INTO file_words AS f (company_id, id, state, taken_at, attempts)
                        VALUES (:company, :file, 'READING', :now, 1)
                        ON CONFLICT (company_id, id) DO UPDATE SET taken_at = :now, attempts = f.attempts + 1
                            WHERE f.state = 'READING' AND f.taken_at < :lost
                        RETURNING attempts""")
                .param("company", Scope.company().value())
                .param("file", file.id())
                .param("now", utc(now))
                .param("lost", utc(lost))
                .query(Integer.class)
                .optional();
    }

    void note(StoredFile file, TextReader.Read read) {
        jdbc.sql("""
                        UPDATE file_words SET problem = :problem, words = array_to_tsvector(:words::text[]),
                            state = CASE WHEN :problem::text IS NULL THEN 'READ' ELSE 'UNREADABLE' END
                        WHERE company_id = :company AND id = :file AND state = 'READING'""")
                .param("problem", read.problem())
                .param("words", array(read.words()))
                .param("company", Scope.company().value())
                .param("file", file.id())
                .update();
    }

    /** Gives back what was taken, as if it had never been. */
    void giveBack(StoredFile file) {
        jdbc.sql("DELETE FROM file_words WHERE company_id = :company AND id = :file AND state = 'READING'")
                .param("company", Scope.company().value())
                .param("file", file.id())
                .update();
    }

    /** Keeps what an attachment is found by, unless it has changed meanwhile and is due again. */
    void gather(Due due, Collection<String> own) {
        jdbc.sql("""
                        UPDATE attachment_words SET due_at = NULL, words = array_to_tsvector(:own::text[]) || coalesce(
                            (SELECT f.words FROM file_words f WHERE f.company_id = :company AND f.id = :file), '')
                        WHERE company_id = :company AND id = :id AND due_at = :dueAt""")
                .param("own", array(own))
                .param("file", due.fileId)
                .param("company", Scope.company().value())
                .param("id", due.id)
                .param("dueAt", due.dueAt)
                .update();
    }

    void postpone(Due due, Instant until) {
        jdbc.sql("UPDATE attachment_words SET due_at = :until WHERE company_id = :company AND id = :id")
                .param("until", utc(until))
                .param("company", Scope.company().value())
                .param("id", due.id)
                .update();
    }

    private static String[] array(Collection<String> words) {
        return words.toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
