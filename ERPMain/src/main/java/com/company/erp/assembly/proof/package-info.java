/**
 * The proof that all is as it was kept: the ledger against its chain and its balances, the open items against
 * their accounts, every file against its hash. Of all companies by the command {@code verify} and after a restore; of
 * the books alone by a job, for whoever watches.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assembly.embedded",
            "document.storage",
            "finance.ledger",
            "finance.subledger",
            "platform.jobs",
            "platform.tenancy"
        })
package com.company.erp.assembly.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
