package com.company.erp.assembly.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes in spans by OTLP over HTTP, as a collector does, and reads of them what a test asks (trace.proto). */
public final class OtlpReceiver {

    /**
     * @param parent empty where it is the first of this house
     * @param texts keys and values of its attributes
     */
    public record Span(String trace, String id, String parent, String name, List<String> texts) {}

    /** A field of a message: its number, and its bytes where it has any. */
    private record Field(int number, ByteBuffer bytes) {}

    private static final int LENGTH_DELIMITED = 2;

    private final Queue<Span> received = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    public OtlpReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    public List<Span> of(String trace) {
        return received.stream().filter(span -> span.trace.equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var request = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
        for (ByteBuffer ofResource : inside(request, 1)) {
            for (ByteBuffer ofScope : inside(ofResource, 2)) {
                inside(ofScope, 2).forEach(span -> received.add(span(span)));
            }
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static Span span(ByteBuffer span) {
        var texts = new ArrayList<String>();
        for (ByteBuffer attribute : inside(span, 9)) {
            inside(attribute, 1).forEach(key -> texts.add(text(key)));
            for (ByteBuffer value : inside(attribute, 2)) inside(value, 1).forEach(text -> texts.add(text(text)));
        }
        return new Span(
                hex(span, 1), hex(span, 2), hex(span, 4), text(inside(span, 5).getFirst()), texts);
    }

    private static List<ByteBuffer> inside(ByteBuffer message, int number) {
        return fields(message.duplicate()).stream()
                .filter(field -> field.number == number)
                .map(Field::bytes)
                .toList();
    }

    private static List<Field> fields(ByteBuffer message) {
        var fields = new ArrayList<Field>();
        while (message.hasRemaining()) {
            int key = varint(message);
            switch (key & 7) {
                case 0 -> varint(message);
                case 1 -> message.position(message.position() + Long.BYTES);
                case LENGTH_DELIMITED -> {
                    int length = varint(message);
                    fields.add(new Field(key >> 3, message.slice(message.position(), length)));
                    message.position(message.position() + length);
                }
                default -> message.position(message.position() + Integer.BYTES);
            }
        }
        return fields;
    }

    private static int varint(ByteBuffer message) {
        int value = 0;
        int shift = 0;
        byte next;
        do {
            next = message.get();
            value |= (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static String hex(ByteBuffer message, int number) {
        List<ByteBuffer> found = inside(message, number);
        return found.isEmpty() ? "" : HexFormat.of().formatHex(bytes(found.getFirst()));
    }

    private static String text(ByteBuffer bytes) {
        return new String(bytes(bytes), UTF_8);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
