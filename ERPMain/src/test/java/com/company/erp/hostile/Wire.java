package com.company.erp.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 written by hand, one connection per request, since a proper client refuses to send what is wrong. Texts of
 * the request's head are sent as ISO 8859-1, a byte per character.
 */
final class Wire {

    private static final int PATIENCE_MS = 30_000;

    private final int port;

    Wire(int port) {
        this.port = port;
    }

    /** A request as it goes over the wire. Content-Length is added to a body unless the headers say otherwise. */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {

        Request with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Request(method, target, more, body);
        }

        Request without(String header) {
            var fewer = new LinkedHashMap<>(headers);
            fewer.remove(header);
            return new Request(method, target, fewer, body);
        }

        Request withBody(byte[] other) {
            return new Request(method, target, headers, other);
        }

        /** Short enough for the message of a test that fails. */
        @Override
        public String toString() {
            String sent = new String(body, 0, Math.min(body.length, 400), ISO_8859_1);
            String shown = target.length() > 300 ? target.substring(0, 300) + "…" : target;
            var others = new LinkedHashMap<>(headers);
            others.computeIfPresent("Authorization", (name, value) -> value.length() > 60 ? "…" : value);
            others.replaceAll((name, value) -> value.length() > 100 ? value.substring(0, 100) + "…" : value);
            return method + " " + shown + " " + others + " " + sent;
        }
    }

    record Response(int status, Map<String, String> headers, byte[] body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text() {
            return new String(body, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Response send(Request request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            write(request, socket.getOutputStream());
            // A body shorter than announced would else be waited for.
            socket.shutdownOutput();
            return read(
                    new BufferedInputStream(socket.getInputStream()),
                    request.method().equals("HEAD"));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + request, e);
        }
    }

    private static void write(Request request, OutputStream out) throws IOException {
        var head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        var headers = new LinkedHashMap<>(Map.of("Host", "localhost", "Connection", "close"));
        headers.putAll(request.headers());
        if (request.body().length > 0 && !headers.containsKey("Transfer-Encoding")) {
            headers.putIfAbsent("Content-Length", Integer.toString(request.body().length));
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        try {
            out.write(request.body());
            out.flush();
        } catch (IOException e) {
            // The server may answer and hang up before it has read all: the answer counts.
        }
    }

    private static Response read(InputStream in, boolean headOnly) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        boolean hasNone = headOnly || status == 204 || status == 304;
        return new Response(status, headers, hasNone ? new byte[0] : body(in, headers));
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("transfer-encoding", "").contains("chunked")) return in.readAllBytes();
        var body = new ByteArrayOutputStream();
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new EOFException("the answer ended within its head: " + line);
            if (b != '\r') line.write(b);
        }
        return line.toString(ISO_8859_1);
    }
}
