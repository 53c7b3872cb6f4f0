package com.company.erp.document.mail;

import com.company.erp.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/** The mail server of a company, without its password. */
public record MailSettingsView(
        int version,
        String host,
        int port,
        MailSettingsDetails.Security security,
        @Nullable String username,
        boolean hasPassword,
        String fromAddress,
        @Nullable String fromName)
        implements Versioned {}
