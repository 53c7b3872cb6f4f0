package com.company.erp.user.member;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalColumns.Kept;
import com.company.erp.platform.privacy.PersonalColumns.Whose;
import com.company.erp.platform.privacy.PersonalRecords;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of the people who work with the house. */
@Configuration(proxyBeanMethods = false)
class MemberPersonalData {

    @Bean
    PersonalColumns columnsOfUsers() {
        return PersonalColumns.of("users", Whose.USER, Kept.UNTIL_ERASED, "username", "name", "email");
    }

    @Bean
    PersonalColumns columnsOfSessions() {
        return PersonalColumns.of("sessions", Whose.USER, Kept.UNTIL_ERASED, "address", "device");
    }

    @Bean
    PersonalColumns columnsOfPasskeys() {
        return PersonalColumns.of("passkeys", Whose.USER, Kept.UNTIL_ERASED, "name", "credential_id", "attestation");
    }

    @Bean
    PersonalColumns columnsOfIdentities() {
        return PersonalColumns.of("user_identities", Whose.USER, Kept.UNTIL_ERASED, "subject");
    }

    @Bean
    PersonalColumns columnsOfEmailChanges() {
        return PersonalColumns.of("email_changes", Whose.USER, Kept.SHORTLY, "email");
    }

    @Bean
    PersonalColumns columnsOfSignIns() {
        return PersonalColumns.of("sign_ins", Whose.USER, Kept.SHORTLY, "address", "username_hash");
    }

    @Bean
    PersonalColumns columnsOfViews() {
        return PersonalColumns.of("saved_views", Whose.USER, Kept.UNTIL_ERASED, "name", "query");
    }

    @Bean
    PersonalColumns columnsOfUnfinishedForms() {
        return PersonalColumns.of("unfinished_forms", Whose.ANYBODY, Kept.SHORTLY, "typed");
    }

    @Bean
    PersonalColumns columnsOfDelegations() {
        return PersonalColumns.of("delegations", Whose.USER, Kept.WITH_AUDIT, "reason");
    }

    @Bean
    PersonalColumns columnsOfDutyExceptions() {
        return PersonalColumns.of("duty_exceptions", Whose.USER, Kept.WITH_AUDIT, "reason");
    }

    @Bean
    PersonalColumns columnsOfTheAuditLog() {
        return PersonalColumns.of(
                "audit_log",
                Whose.ANYBODY,
                Kept.WITH_AUDIT,
                "actor_name",
                "real_actor_name",
                "address",
                "changes",
                "reason");
    }

    @Bean
    PersonalColumns columnsOfImports() {
        return PersonalColumns.of("imports", Whose.USER, Kept.SHORTLY, "actor_name");
    }

    @Bean
    PersonalColumns columnsOfImportRows() {
        return PersonalColumns.of("import_rows", Whose.ANYBODY, Kept.SHORTLY, "payload");
    }

    @Bean
    PersonalColumns columnsOfKeptAnswers() {
        return PersonalColumns.of("idempotency_keys", Whose.ANYBODY, Kept.SHORTLY, "body");
    }

    @Bean
    PersonalRecords recordsOfMembers(JdbcClient jdbc) {
        return new Members(jdbc);
    }

    private record Members(JdbcClient jdbc) implements PersonalRecords {

        @Override
        public String resource() {
            return "users";
        }

        @Override
        public List<Part> collect(UUID subject) {
            return List.of(
                    new Part("user", asked(subject, """
                            SELECT u.username, u.name, m.roles::text AS roles, m.active
                            FROM memberships m JOIN users u ON u.id = m.id
                            WHERE m.company_id = :company AND m.id = :id""").query().listOfRows()),
                    new Part("identities", asked(subject, """
                            SELECT p.name AS provider, i.subject, i.linked_at::text AS linked_at
                            FROM user_identities i
                            JOIN identity_providers p ON p.company_id = i.company_id AND p.id = i.provider_id
                            WHERE i.company_id = :company AND i.user_id = :id ORDER BY i.id""").query().listOfRows()),
                    new Part("signIns", asked(subject, """
                            SELECT s.at::text AS at, s.address, s.outcome FROM company_sign_ins s
                            WHERE s.company_id = :company AND s.user_id = :id ORDER BY s.at""").query().listOfRows()));
        }

        @Override
        public void requireErasable(UUID subject) {
            boolean active = asked(
                            subject,
                            "SELECT EXISTS (SELECT 1 FROM memberships WHERE company_id = :company AND id = :id AND active)")
                    .query(Boolean.class)
                    .single();
            if (active) throw new RuleViolation("user.active", "Deactivate the user first.");
        }

        @Override
        public List<Remainder> erase(UUID subject) {
            boolean erased = jdbc.sql("SELECT user_erase(:id)")
                    .param("id", subject)
                    .query(Boolean.class)
                    .single();
            if (!erased) {
                throw new RuleViolation(
                        "user.shared", "The user belongs to other companies too, or to the installation.");
            }
            asked(subject, "DELETE FROM user_identities WHERE company_id = :company AND user_id = :id")
                    .update();
            asked(subject, "DELETE FROM saved_views WHERE company_id = :company AND owner_id = :id AND NOT shared")
                    .update();
            asked(subject, "DELETE FROM unfinished_forms WHERE company_id = :company AND owner_id = :id")
                    .update();
            asked(subject, "DELETE FROM notices WHERE company_id = :company AND user_id = :id")
                    .update();
            long done = asked(subject, "SELECT count(*) FROM audit_log WHERE company_id = :company AND actor_id = :id")
                    .query(Long.class)
                    .single();
            String law = "Who did what in the books is kept with them (in Germany ten years, \u00a7 147 AO).";
            return List.of(new Remainder("audit", done, law));
        }

        private JdbcClient.StatementSpec asked(UUID subject, String sql) {
            return jdbc.sql(sql).param("company", Scope.company().value()).param("id", subject);
        }
    }
}
