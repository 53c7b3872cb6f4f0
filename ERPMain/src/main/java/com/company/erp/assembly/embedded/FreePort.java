package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A loopback port that nobody uses at this moment. Somebody may take it in the next one: a caller tries again. */
final class FreePort {

    static final String LOOPBACK = "127.0.0.1";

    private FreePort() {}

    static int find() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
