package com.company.erp.bench;

import java.io.IOException;

/** A company of the running ERP and the token of its administrator. */
record Tenant(String id, String token, int port) {

    Http connect() throws IOException {
        return new Http(port, token);
    }
}
