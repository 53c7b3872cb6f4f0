/**
 * The description of the REST API (OpenAPI 3.1): what springdoc cannot know is told from the doors (permission, error
 * codes) and from our own types (ids, money, decimals), and every body has an example.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.access", "platform.web"})
package com.company.erp.platform.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
