/**
 * What documents are reckoned and numbered by: exchange rates, tax codes and journals.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "masterdata.currency",
            "masterdata.tax",
            "finance.numbering",
            "web.pattern"
        })
package com.company.erp.web.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
