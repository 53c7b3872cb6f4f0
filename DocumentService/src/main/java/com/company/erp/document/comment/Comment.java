package com.company.erp.document.comment;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.privacy.Personal;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody said about a record. It is said for good: an error is corrected by the next comment. */
@Entity
@Table(name = "comments")
class Comment extends CompanyRecord {

    private String resource = "";
    private String recordType = "";
    private UUID recordId = new UUID(0, 0);
    private UUID authorId = new UUID(0, 0);
    private String authorName = "";

    @Column(name = "said_at")
    private Instant at = Instant.EPOCH;

    @Personal
    private String text = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> mentions = List.of();

    protected Comment() {}

    Comment(String resource, DocumentRef record, Actor author, Instant at, String text, Set<UserId> mentions) {
        this.resource = resource;
        this.recordType = record.type();
        this.recordId = record.id();
        this.authorId = author.user().value();
        this.authorName = author.name();
        this.at = at;
        this.text = text.strip();
        this.mentions = mentions.stream().map(UserId::value).sorted().toList();
    }

    CommentView view() {
        return new CommentView(
                new CommentId(uuid()),
                new UserId(authorId),
                authorName,
                at,
                text,
                mentions.stream().map(UserId::new).toList());
    }
}
