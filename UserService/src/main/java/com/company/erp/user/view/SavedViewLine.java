package com.company.erp.user.view;

import com.company.erp.platform.web.Versioned;

/**
 * A saved view as it is offered.
 *
 * @param own whether the asking user saved it
 */
public record SavedViewLine(ViewId id, int version, String list, String name, String query, boolean shared, boolean own)
        implements Versioned {}
