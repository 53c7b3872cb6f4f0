package com.company.erp.document.storage;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The line to a scanner, by TCP or a socket in the file system, on which nothing takes longer than agreed. */
final class ScannerLine implements Closeable {

    private static final int ANSWER_BYTES = 4_096;

    private final SocketChannel channel;
    private final Selector selector;
    private final Duration patience;

    private ScannerLine(SocketChannel channel, Selector selector, Duration patience) {
        this.channel = channel;
        this.selector = selector;
        this.patience = patience;
    }

    static ScannerLine to(String place, Duration patience) throws IOException {
        SocketAddress address = address(place);
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        var line = new ScannerLine(channel, Selector.open(), patience);
        try {
            line.connect(address);
            return line;
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private static SocketAddress address(String place) {
        if (place.startsWith("/")) return UnixDomainSocketAddress.of(place);
        int colon = place.lastIndexOf(':');
        return new InetSocketAddress(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }

    private void connect(SocketAddress address) throws IOException {
        if (address instanceof InetSocketAddress internet && internet.isUnresolved()) {
            throw new IOException("The host " + internet.getHostString() + " is not known.");
        }
        channel.configureBlocking(false);
        if (channel.connect(address)) return;
        await(SelectionKey.OP_CONNECT);
        channel.finishConnect();
    }

    void write(ByteBuffer... parts) throws IOException {
        ByteBuffer last = parts[parts.length - 1];
        while (true) {
            channel.write(parts);
            if (!last.hasRemaining()) return;
            await(SelectionKey.OP_WRITE);
        }
    }

    /** What is said until a zero, or until the other side hangs up. */
    String answer() throws IOException {
        var said = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(ANSWER_BYTES);
        while (said.size() < ANSWER_BYTES) {
            int length = channel.read(part.clear());
            if (length < 0) break;
            if (length == 0) await(SelectionKey.OP_READ);
            said.write(part.array(), 0, length);
            if (length > 0 && part.get(length - 1) == 0) break;
        }
        return said.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private void await(int operation) throws IOException {
        channel.register(selector, operation);
        int ready = selector.select(patience.toMillis());
        selector.selectedKeys().clear();
        if (ready == 0) throw new SocketTimeoutException("It is silent for " + patience.toSeconds() + " s.");
    }

    @Override
    public void close() {
        try (selector) {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
