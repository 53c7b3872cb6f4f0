/**
 * Sets an HTML template with what a paper says as PDF/A: fonts embedded, Arabic joined and from the right, nothing
 * fetched from elsewhere. Templates may be anybody's: they reach what the paper says, and nothing of the house. Not
 * for: what a paper says.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.document.press;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
