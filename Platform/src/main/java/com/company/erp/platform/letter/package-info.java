/**
 * Letters of the house itself to people, such as an invitation: what a department below asks for and one above carries.
 * Not for: documents to business partners, which have papers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy"})
package com.company.erp.platform.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
