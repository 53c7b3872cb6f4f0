package com.company.erp.platform.subject;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalRecords;
import com.company.erp.platform.privacy.PersonalRecords.Part;
import com.company.erp.platform.privacy.PersonalRecords.Remainder;
import com.company.erp.platform.privacy.SubjectKeys;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** What the actor's company holds of people: where it lies, all of one person's, and its erasure. */
@Door
public class PersonalData {

    private final List<PersonalColumns> columns;
    private final List<PersonalRecords> records;
    private final SubjectKeys keys;
    private final AuditLog audit;
    private final EntityManager persistence;

    PersonalData(
            List<PersonalColumns> columns,
            List<PersonalRecords> records,
            SubjectKeys keys,
            AuditLog audit,
            EntityManager persistence) {
        this.columns = columns.stream()
                .sorted(Comparator.comparing(PersonalColumns::table).thenComparing(PersonalColumns::kept))
                .toList();
        this.records = records;
        this.keys = keys;
        this.audit = audit;
        this.persistence = persistence;
    }

    /** All columns that may say something of a person, of whom, and how long they stay. */
    @Needs("personal_data.read")
    @Transactional(readOnly = true)
    public List<PersonalColumns> register() {
        return columns;
    }

    /**
     * All that there is of a party or user, for an answer to him.
     *
     * @throws NotFound record.resource, record.unknown
     */
    @Needs("personal_data.collect")
    @Refuses({"record.resource", "record.unknown"})
    public List<Part> collect(String resource, UUID subject) {
        List<Part> parts = of(resource).stream()
                .flatMap(feature -> feature.collect(subject).stream())
                .filter(part -> !part.records().isEmpty())
                .toList();
        if (parts.isEmpty()) throw new NotFound("record.unknown", "There is no such record.");
        audit.record(ref(resource, subject), "collect-personal-data", Map.of());
        return parts;
    }

    /**
     * Erases what of a party or user no law keeps, for good, and says what stays and why. What the audit log says of
     * him becomes unreadable; its chain stays whole.
     *
     * @throws NotFound record.resource, record.unknown
     * @throws RuleViolation party.open_business, user.active, user.shared
     */
    @Needs(value = "personal_data.erase", freshly = true)
    @Refuses({"record.resource", "record.unknown", "party.open_business", "user.active", "user.shared"})
    public List<Remainder> erase(String resource, UUID subject, String reason) {
        List<PersonalRecords> features = of(resource);
        boolean known = features.stream()
                .anyMatch(feature -> feature.collect(subject).stream()
                        .anyMatch(part -> !part.records().isEmpty()));
        if (!known) throw new NotFound("record.unknown", "There is no such record.");
        features.forEach(feature -> feature.requireErasable(subject));
        // First, since one row tells of all that happens to a record, under the name of what came first.
        audit.record(ref(resource, subject), "erase-personal-data", Map.of("reason", reason));
        List<Remainder> remains = features.stream()
                .flatMap(feature -> feature.erase(subject).stream())
                .filter(remainder -> remainder.records() > 0)
                .toList();
        persistence.flush();
        audit.flush(); // Under the key that is destroyed now: what was erased is told there once more.
        keys.destroy(subject);
        return remains;
    }

    private List<PersonalRecords> of(String resource) {
        List<PersonalRecords> found = records.stream()
                .filter(feature -> feature.resource().equals(resource))
                .toList();
        if (found.isEmpty()) throw new NotFound("record.resource", "Persons are parties and users.");
        return found;
    }

    private static DocumentRef ref(String resource, UUID subject) {
        return new DocumentRef(resource.equals("parties") ? "party" : "user", subject);
    }
}
