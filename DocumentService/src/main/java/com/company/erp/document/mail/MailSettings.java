package com.company.erp.document.mail;

import com.company.erp.document.sealing.SealedText;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The mail server of a company; there is one for each company, with its id. Its password is stored sealed. */
@Entity
@Table(name = "mail_settings")
class MailSettings extends CompanyRecord {

    private String host = "";
    private int port;

    @Enumerated(EnumType.STRING)
    private MailSettingsDetails.Security security = MailSettingsDetails.Security.STARTTLS;

    private @Nullable String username;

    @NotAudited
    private @Nullable String sealedPassword;

    private String fromAddress = "";
    private @Nullable String fromName;

    protected MailSettings() {}

    MailSettings(CompanyId company) {
        super(company.value());
    }

    /** A password goes to no other server than the one that it was given for. */
    void change(MailSettingsDetails details, SealedText sealing) {
        if (!details.host().equals(host)) this.sealedPassword = null;
        this.host = details.host();
        this.port = details.port();
        this.security = details.security();
        this.username = details.username();
        if (details.password() != null) this.sealedPassword = sealing.seal(details.password());
        this.fromAddress = details.fromAddress();
        this.fromName = details.fromName();
    }

    MailLine line(SealedText sealing) {
        String password = sealedPassword == null ? null : sealing.open(sealedPassword);
        return new MailLine(host, port, security, username, password, fromAddress, fromName);
    }

    MailSettingsView view() {
        return new MailSettingsView(
                version(), host, port, security, username, sealedPassword != null, fromAddress, fromName);
    }
}
