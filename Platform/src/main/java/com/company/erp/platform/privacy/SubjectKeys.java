package com.company.erp.platform.privacy;

import com.company.erp.platform.tenancy.Scope;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the persons and parties of the scope's company, one for each. */
@Component
public class SubjectKeys {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    SubjectKeys(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The keys of those who have one. */
    public Map<UUID, byte[]> find(Collection<UUID> subjects) {
        var keys = new HashMap<UUID, byte[]>();
        if (subjects.isEmpty()) return keys;
        jdbc.sql("SELECT id, key FROM subject_keys WHERE company_id = :company AND id = ANY (:subjects)")
                .param("company", Scope.company().value())
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(row -> {
                    keys.put(row.getObject("id", UUID.class), row.getBytes("key"));
                });
        return keys;
    }

    /** The keys of all of them; who has none gets one. */
    public Map<UUID, byte[]> take(Collection<UUID> subjects) {
        Map<UUID, byte[]> keys = find(subjects);
        List<Object[]> missing = new ArrayList<>();
        UUID company = Scope.company().value();
        for (UUID subject : subjects) {
            if (keys.containsKey(subject)) continue;
            byte[] key = new byte[KEY_BYTES];
            RANDOM.nextBytes(key);
            missing.add(new Object[] {company, subject, key});
        }
        if (missing.isEmpty()) return keys;
        batches.batchUpdate(
                "INSERT INTO subject_keys (company_id, id, key, made_at) VALUES (?, ?, ?, now()) ON CONFLICT DO NOTHING",
                missing);
        return find(subjects); // Another transaction may have been first.
    }

    /** Makes what is personal of the subject in the audit log unreadable for good; false when there was nothing. */
    public boolean destroy(UUID subject) {
        return jdbc.sql("DELETE FROM subject_keys WHERE company_id = :company AND id = :subject")
                        .param("company", Scope.company().value())
                        .param("subject", subject)
                        .update()
                == 1;
    }
}
