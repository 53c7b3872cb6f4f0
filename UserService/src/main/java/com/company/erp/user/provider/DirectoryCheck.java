package com.company.erp.user.provider;

import org.jspecify.annotations.Nullable;

/**
 * What came of looking people up in a directory.
 *
 * @param sound whether people could sign in by it
 * @param problem why not
 */
public record DirectoryCheck(boolean sound, @Nullable String problem) {}
