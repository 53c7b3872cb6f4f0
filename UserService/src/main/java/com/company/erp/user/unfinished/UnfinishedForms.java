package com.company.erp.user.unfinished;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The unfinished forms of the acting user, which nobody else sees. Each call is one transaction. */
@Door
public class UnfinishedForms {

    private static final String OWN = "Everybody may keep what he types himself.";
    private static final int LONGEST = 200_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    UnfinishedForms(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps what was typed in place of what was typed there before; what is too long is not kept. */
    @NeedsNothing(because = OWN)
    public void keep(String path, Map<String, List<String>> typed) {
        String text = text(typed);
        if (text.length() > LONGEST) return;
        Actor typist = Scope.actor();
        jdbc.sql("""
                        INSERT INTO unfinished_forms (company_id, id, owner_id, path, typed, kept_at)
                        VALUES (:company, :id, :owner, :path, :typed::jsonb, now())
                        ON CONFLICT (company_id, owner_id, path)
                        DO UPDATE SET typed = excluded.typed, kept_at = excluded.kept_at""")
                .param("company", typist.company().value())
                .param("id", Uuid7.next())
                .param("owner", typist.user().value())
                .param("path", path)
                .param("typed", text)
                .update();
    }

    @NeedsNothing(because = OWN)
    @Transactional(readOnly = true)
    public Optional<UnfinishedForm> find(String path) {
        Actor typist = Scope.actor();
        return jdbc.sql("""
                        SELECT typed::text, kept_at FROM unfinished_forms
                        WHERE company_id = :company AND owner_id = :owner AND path = :path""")
                .param("company", typist.company().value())
                .param("owner", typist.user().value())
                .param("path", path)
                .query((row, n) -> new UnfinishedForm(
                        row.getObject("kept_at", OffsetDateTime.class).toInstant(), typed(row.getString("typed"))))
                .optional();
    }

    /** Has no effect when nothing is kept. */
    @NeedsNothing(because = OWN)
    public void forget(String path) {
        Actor typist = Scope.actor();
        jdbc.sql("""
                        DELETE FROM unfinished_forms
                        WHERE company_id = :company AND owner_id = :owner AND path = :path""")
                .param("company", typist.company().value())
                .param("owner", typist.user().value())
                .param("path", path)
                .update();
    }

    private String text(Map<String, List<String>> typed) {
        try {
            return json.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, List<String>> typed(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form was kept as what is no JSON.", e);
        }
    }
}
