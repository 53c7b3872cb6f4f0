/**
 * The default run's own PostgreSQL and Redis: real servers from Maven artifacts, started before Spring makes its beans
 * and stopped after it has closed, with everything they keep in one data folder.
 *
 * <p>Each is started only where the configuration names no other one. Nothing here knows business or tables: the rest
 * of the house sees ordinary {@code spring.datasource.*} and {@code spring.data.redis.*} properties.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.assembly.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
