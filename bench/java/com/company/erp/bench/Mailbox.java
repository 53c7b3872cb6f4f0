package com.company.erp.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on the loopback that takes every letter (RFC 5321) and keeps none. */
final class Mailbox implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger letters = new AtomicInteger();

    Mailbox() throws IOException {
        Thread.ofVirtual().start(this::receive);
    }

    /** How many it has taken. */
    int letters() {
        return letters.get();
    }

    /** As the ERP is told of it. */
    byte[] asServer() {
        return """
                {"host": "127.0.0.1", "port": %d, "security": "NONE", "fromAddress": "billing@example.com"}"""
                .formatted(listening.getLocalPort())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void receive() {
        while (!listening.isClosed()) {
            try {
                Socket line = listening.accept();
                Thread.ofVirtual().start(() -> talk(line));
            } catch (IOException e) {
                if (!listening.isClosed()) System.err.println("The mailbox: " + e);
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                var in = new BufferedReader(
                        new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = line.getOutputStream();
            say(out, "220 ready");
            boolean letter = false;
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (letter) {
                    if (!said.equals(".")) continue;
                    letter = false;
                    letters.incrementAndGet();
                    say(out, "250 taken");
                } else if (said.startsWith("DATA")) {
                    letter = true;
                    say(out, "354 go on");
                } else if (said.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            System.err.println("The mailbox: " + e);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
