package com.company.erp.web.pattern;

import org.jspecify.annotations.Nullable;

/**
 * How a file looks.
 *
 * @param picture where it is, if it is a picture
 * @param frame what a frame shows, if it is something to read
 * @param newerAt where a newer version is sent to, if there may be one
 */
public record Preview(
        @Nullable String picture,
        @Nullable String frame,
        @Nullable String newerAt) {}
