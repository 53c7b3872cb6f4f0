/** The editor of a company's templates, for papers and e-mails, with what would come of them beside it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.web",
            "document.printing",
            "document.template",
            "document.wording",
            "web.pattern"
        })
package com.company.erp.web.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
