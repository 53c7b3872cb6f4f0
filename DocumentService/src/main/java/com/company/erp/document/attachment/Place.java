package com.company.erp.document.attachment;

import java.util.UUID;

/**
 * A record that a file belongs to.
 *
 * @param resource the record's kind, as in its path
 */
public record Place(String resource, UUID record) {}
