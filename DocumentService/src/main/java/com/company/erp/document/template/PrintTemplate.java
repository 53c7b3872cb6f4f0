package com.company.erp.document.template;

import com.company.erp.document.printing.PaperKind;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** A company's own template for a paper in one language, proven to work; without it the house's serves. */
@Entity
@Table(name = "print_templates")
class PrintTemplate extends CompanyRecord {

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private PaperKind paper = PaperKind.INVOICE;

    @Column(updatable = false)
    private String language = "";

    private String html = "";

    protected PrintTemplate() {}

    PrintTemplate(PaperKind paper, String language) {
        this.paper = paper;
        this.language = language;
    }

    void write(String newHtml) {
        this.html = newHtml;
    }

    String html() {
        return html;
    }

    PrintTemplateView view() {
        return new PrintTemplateView(paper, language, version(), true, html);
    }
}
