/**
 * Parties: whom the company sells to and buys from. One party may be both customer and supplier. Addresses and contacts
 * have no identity of their own: they are values within the party's row, changed as a whole with it. Not for: what a
 * party owes or is owed (finance), and persons who are only prospects.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.imports",
            "platform.privacy",
            "platform.records",
            "platform.web",
            "masterdata.taxnumber",
            "masterdata.terms"
        })
package com.company.erp.masterdata.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
