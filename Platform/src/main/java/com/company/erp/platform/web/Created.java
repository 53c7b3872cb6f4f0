package com.company.erp.platform.web;

import com.company.erp.kernel.Id;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** The answer to a creation: 201, where the record is from now on, and the record. */
public final class Created {

    private Created() {}

    /** @param path the record's path with one variable, such as {@code /api/invoices/{id}} */
    public static <T> ResponseEntity<T> at(String path, Id id, T view) {
        var location = UriComponentsBuilder.fromPath(path).build(id.value());
        return ResponseEntity.created(location).body(view);
    }
}
