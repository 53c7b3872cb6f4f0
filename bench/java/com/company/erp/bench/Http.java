package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive connection, as light as can be: the load shares the cores with what it measures. */
final class Http implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READ_MILLIS_MAX = 300_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean ended;
    private final String common;

    Http(int port, String token) throws IOException {
        this.port = port;
        open();
        this.common =
                " HTTP/1.1\r\nHost: localhost\r\n" + (token == null ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    private void open() throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_MILLIS_MAX);
        in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        ended = false;
    }

    /** What was answered. */
    record Answer(int status, byte[] body) {

        /** The body of a success. */
        JsonNode json() throws IOException {
            if (status >= 300) throw new IOException(text());
            return JSON.readTree(body);
        }

        String text() {
            return status + " " + new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer send(String method, String path, Object body) throws IOException {
        return send(method, path, "application/json", body == null ? new byte[0] : JSON.writeValueAsBytes(body), "");
    }

    Answer post(String path, byte[] json) throws IOException {
        return send("POST", path, "application/json", json, "");
    }

    Answer send(String method, String path, String type, byte[] body, String headers) throws IOException {
        String head = method + " " + path + common + headers + "Content-Type: " + type + "\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        var whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        if (ended) {
            socket.close();
            open();
        }
        socket.getOutputStream().write(whole);
        return read();
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:"))
                length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("connection:")) ended = lower.contains("close");
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
        }
        return new Answer(status, chunked ? chunks() : in.readNBytes(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("The server closed the connection.");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
