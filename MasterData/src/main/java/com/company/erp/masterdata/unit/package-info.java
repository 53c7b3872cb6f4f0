/** Units in which quantities are told, by the codes of UN/ECE recommendation 20 that e-invoices use. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.web",
            "masterdata.company"
        })
package com.company.erp.masterdata.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
