package com.company.erp.document.comment;

import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalColumns.Kept;
import com.company.erp.platform.privacy.PersonalColumns.Whose;
import com.company.erp.platform.privacy.PersonalRecords;
import com.company.erp.platform.privacy.SubjectKeys;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say of a party goes with what else is known of it. */
@Configuration(proxyBeanMethods = false)
class CommentPersonalData {

    @Bean
    PersonalColumns columnsOfComments() {
        return PersonalColumns.of("comments", Whose.ANYBODY, Kept.UNTIL_ERASED, "text");
    }

    @Bean
    PersonalColumns authorsOfComments() {
        return PersonalColumns.of("comments", Whose.USER, Kept.WITH_BOOKS, "author_name");
    }

    @Bean
    PersonalRecords commentsOnParties(JdbcClient jdbc, SubjectKeys keys) {
        return new PersonalRecords() {
            @Override
            public String resource() {
                return "parties";
            }

            @Override
            public List<Part> collect(UUID subject) {
                var comments = jdbc.sql("""
                                SELECT said_at::text AS "at", text FROM comments
                                WHERE company_id = :company AND record_id = :id ORDER BY id""")
                        .param("company", Scope.company().value())
                        .param("id", subject)
                        .query()
                        .listOfRows();
                return List.of(new Part("comments", comments));
            }

            @Override
            public List<Remainder> erase(UUID subject) {
                jdbc.sql("SELECT comments_erase(:id)")
                        .param("id", subject)
                        .query(UUID.class)
                        .list()
                        .forEach(keys::destroy);
                return List.of();
            }
        };
    }
}
