/**
 * Pages of products and services.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.web", "masterdata.product", "masterdata.tax", "masterdata.unit", "web.pattern"
        })
package com.company.erp.web.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
