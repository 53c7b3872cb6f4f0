package com.company.erp.platform.notice;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.UserId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people what happened, in the transaction in which it did: what is rolled back was never told. */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Notices(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param topic as noun.past-participle, which names its words */
    public void tell(UserId user, String topic, DocumentRef record, Map<String, String> details) {
        write(user, null, topic, record, details);
    }

    /** Tells whoever has the permission when he looks. */
    public void tellHolders(String permission, String topic, DocumentRef record, Map<String, String> details) {
        write(null, permission, topic, record, details);
    }

    private void write(
            @Nullable UserId user,
            @Nullable String permission,
            String topic,
            DocumentRef record,
            Map<String, String> details) {
        jdbc.sql("""
                        INSERT INTO notices (company_id, id, at, user_id, permission, topic, record_type, record_id, details)
                        VALUES (:company, :id, now(), :user, :permission, :topic, :type, :record, :details::jsonb)""")
                .param("company", Scope.company().value())
                .param("id", Uuid7.next())
                .param("user", user == null ? null : user.value())
                .param("permission", permission)
                .param("topic", topic)
                .param("type", record.type())
                .param("record", record.id())
                .param("details", text(details))
                .update();
    }

    private String text(Map<String, String> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
