/**
 * What files say: their words, read out by a small program of its own that a bad file may bring down. Not for: where
 * the words are kept, and finding files by them (finding).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.web"})
package com.company.erp.document.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
