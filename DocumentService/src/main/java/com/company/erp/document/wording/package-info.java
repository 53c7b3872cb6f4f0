/**
 * What e-mails say when nobody says otherwise, by kind and language: the house's words, or a company's own. Not for:
 * sending any.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.tenancy",
            "platform.web",
            "masterdata.company",
            "document.press"
        })
package com.company.erp.document.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
