package com.company.erp.document.wording;

import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A company's own words for a kind of e-mail in one language; without them the house's serve. */
@Entity
@Table(name = "mail_templates")
class MailTemplate extends CompanyRecord {

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MailKind kind = MailKind.INVOICE;

    @Column(updatable = false)
    private String language = "";

    private String subject = "";

    @Column(name = "body")
    private String text = "";

    protected MailTemplate() {}

    MailTemplate(MailKind kind, String language) {
        this.kind = kind;
        this.language = language;
    }

    void write(MailTemplateDetails details) {
        this.subject = details.subject();
        this.text = details.text();
    }

    MailTemplateView view() {
        return new MailTemplateView(kind, language, version(), true, subject, text, kind.placeholders());
    }
}
