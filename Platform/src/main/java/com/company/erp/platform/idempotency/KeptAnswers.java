package com.company.erp.platform.idempotency;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The answers that were given under a key, for 48 hours. */
@Component
class KeptAnswers implements DailyJob {

    private static final List<String> HEADERS = List.of("Content-Type", "Location", "ETag");

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    KeptAnswers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Question(String method, String path, String key, byte[] bodyHash) {}

    private record Kept(byte[] bodyHash, int status, String headers, byte[] body) {}

    /**
     * Takes the key for this transaction, or answers what was answered before. A duplicate that is under way at the
     * same
     * time holds the key: the wait for it ends after two seconds with a lock error, which becomes 409 and Retry-After.
     *
     * @throws InvalidInput idempotency.reused, when the key came with another body
     */
    boolean repeat(Question question, HttpServletResponse response) {
        if (take(question)) return false;
        Kept kept = find(question);
        if (!Arrays.equals(kept.bodyHash, question.bodyHash)) {
            throw new InvalidInput(
                    IdempotencyFilter.HEADER, "idempotency.reused", "The key was used before with another body.");
        }
        try {
            response.setStatus(kept.status);
            json.readValue(kept.headers, new TypeReference<Map<String, String>>() {})
                    .forEach(response::setHeader);
            response.getOutputStream().write(kept.body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private boolean take(Question question) {
        Actor actor = Scope.actor();
        jdbc.sql("SELECT set_config('lock_timeout', '2s', true)")
                .query(String.class)
                .single();
        int taken = jdbc.sql("""
                        INSERT INTO idempotency_keys (company_id, id, actor_id, method, path, key, body_hash, created_at)
                        VALUES (:company, :id, :actor, :method, :path, :key, :hash, now())
                        ON CONFLICT (company_id, actor_id, method, path, key) DO NOTHING""")
                .param("company", actor.company().value())
                .param("id", Uuid7.next())
                .param("actor", actor.person().id().value())
                .param("method", question.method)
                .param("path", question.path)
                .param("key", question.key)
                .param("hash", question.bodyHash)
                .update();
        jdbc.sql("SELECT set_config('lock_timeout', '0', true)")
                .query(String.class)
                .single();
        return taken == 1;
    }

    private Kept find(Question question) {
        return asked(question, "SELECT body_hash, status, headers::text AS headers, body FROM idempotency_keys")
                .query(Kept.class)
                .single();
    }

    void keep(Question question, ContentCachingResponseWrapper answer) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : HEADERS) {
            String value = name.equals("Content-Type") ? answer.getContentType() : answer.getHeader(name);
            if (value != null) headers.put(name, value);
        }
        try {
            asked(question, "UPDATE idempotency_keys SET status = :status, headers = :headers::jsonb, body = :body")
                    .param("status", answer.getStatus())
                    .param("headers", json.writeValueAsString(headers))
                    .param("body", answer.getContentAsByteArray())
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are text.", e);
        }
    }

    /** Gives the key back, as if the question had come without one. */
    void forget(Question question) {
        asked(question, "DELETE FROM idempotency_keys").update();
    }

    private JdbcClient.StatementSpec asked(Question question, String verb) {
        Actor actor = Scope.actor();
        return jdbc.sql(verb + " WHERE company_id = :company AND actor_id = :actor AND method = :method"
                        + " AND path = :path AND key = :key")
                .param("company", actor.company().value())
                .param("actor", actor.person().id().value())
                .param("method", question.method)
                .param("path", question.path)
                .param("key", question.key);
    }

    @Override
    public String name() {
        return "idempotency keys";
    }

    /** Forgets the keys of more than two days ago. */
    @Override
    public void run(LocalDate today) {
        jdbc.sql(
                        "DELETE FROM idempotency_keys WHERE company_id = :company AND created_at < now() - interval '48 hours'")
                .param("company", Scope.company().value())
                .update();
    }
}
