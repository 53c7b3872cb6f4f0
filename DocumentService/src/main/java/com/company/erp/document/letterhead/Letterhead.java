package com.company.erp.document.letterhead;

import com.company.erp.document.attachment.AttachmentId;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a company's papers look. There is one for each company, with its id; a change shows on papers made after it. */
@Entity
@Table(name = "letterheads")
class Letterhead extends CompanyRecord {

    static final LetterheadDetails PLAIN = new LetterheadDetails(null, null, null, null, null, null, null);

    private @Nullable String accent;
    private @Nullable String language;
    private @Nullable String bankName;
    private @Nullable String iban;
    private @Nullable String bic;
    private @Nullable String closing;

    @Column(name = "logo_id")
    private @Nullable UUID logo;

    protected Letterhead() {}

    Letterhead(CompanyId company) {
        super(company.value());
    }

    /** Where money goes. */
    record Bank(
            @Nullable String name,
            @Nullable String iban,
            @Nullable String bic) {}

    void change(LetterheadDetails details) {
        this.accent = details.accent();
        this.language = details.language();
        this.bankName = details.bankName();
        this.iban = details.iban();
        this.bic = details.bic();
        this.closing = details.closing();
        this.logo = details.logo() == null ? null : details.logo().value();
    }

    LetterheadDetails details() {
        return new LetterheadDetails(
                accent, language, bankName, iban, bic, closing, logo == null ? null : new AttachmentId(logo));
    }

    LetterheadView view() {
        return new LetterheadView(new CompanyId(uuid()), version(), details());
    }
}
