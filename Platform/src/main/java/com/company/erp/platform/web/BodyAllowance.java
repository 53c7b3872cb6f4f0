package com.company.erp.platform.web;

import java.util.regex.Pattern;
import org.springframework.util.unit.DataSize;

/** A bean by which a feature says that bodies sent to some paths may be larger than ordinary ones. */
public record BodyAllowance(Pattern path, DataSize max) {

    boolean isFor(String requestPath) {
        return path.matcher(requestPath).matches();
    }
}
