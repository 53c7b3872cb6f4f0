package com.company.erp.document.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an e-mail says; what is left out is taken from the customer and the template in his language. */
public record MailText(
        @Nullable @Email @Size(max = 254) String to,
        @Nullable @Size(max = 200) String subject,
        @Nullable @Size(max = 10_000) String text) {}
