/**
 * Documents sent by e-mail, through a queue that outlives crashes: each is handed to the company's mail server at most
 * once, tried again while that is certainly safe, and its state shows on the record. Not for: newsletters, and mail
 * that comes in.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.letter",
            "platform.notice",
            "platform.outgoing",
            "platform.records",
            "platform.tenancy",
            "platform.privacy",
            "platform.web",
            "masterdata.company",
            "masterdata.party",
            "finance.drafting",
            "finance.dunning",
            "finance.invoicing",
            "document.attachment",
            "document.letterhead",
            "document.press",
            "document.printing",
            "document.sealing",
            "document.storage",
            "document.wording"
        })
package com.company.erp.document.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
