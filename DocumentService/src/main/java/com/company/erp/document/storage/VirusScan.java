package com.company.erp.document.storage;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Overloaded;
import com.company.erp.platform.tenancy.Scope;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows clamd, the daemon of ClamAV, a file as it passes, and asks what it thinks of it: the command INSTREAM of
 * clamd(8). Without an address nobody looks; where the scanner fails, its properties say whether the file comes in.
 */
final class VirusScan implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private static final ScannerProperties NOBODY = new ScannerProperties("", false, SHORTLY);

    private final ScannerProperties properties;
    private boolean waiting;
    private @Nullable ScannerLine line;

    VirusScan(ScannerProperties properties) {
        this.properties = properties;
        this.waiting = !properties.address().isEmpty();
    }

    /** Nobody looks. */
    static VirusScan none() {
        return new VirusScan(NOBODY);
    }

    /** @throws Overloaded service.scanner */
    void write(byte[] bytes, int offset, int length) {
        if (waiting) open();
        if (line == null || length == 0) return;
        try {
            line.write(size(length), ByteBuffer.wrap(bytes, offset, length));
        } catch (IOException e) {
            missed(lastWords(line, e));
        }
    }

    private void open() {
        waiting = false;
        try {
            line = ScannerLine.to(properties.address(), properties.patience());
            line.write(ByteBuffer.wrap(COMMAND));
        } catch (IOException e) {
            missed(e.toString());
        }
    }

    private static ByteBuffer size(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    /** A scanner that hangs up has said why. */
    private static String lastWords(ScannerLine line, IOException failure) {
        try {
            String said = line.answer();
            return said.isEmpty() ? failure.toString() : said;
        } catch (IOException e) {
            return failure.toString();
        }
    }

    /**
     * Hears what the scanner says of the whole.
     *
     * @throws InvalidInput file.infected
     * @throws Overloaded service.scanner
     */
    void finish(String name) {
        if (line == null) return;
        try {
            line.write(size(0));
            String said = line.answer();
            if (said.endsWith(FOUND)) throw infected(name, said);
            if (!said.equals(CLEAN)) missed("it said: " + said);
        } catch (IOException e) {
            missed(e.toString());
        }
    }

    private static InvalidInput infected(String name, String said) {
        String virus = said.substring(said.indexOf(' ') + 1, said.length() - FOUND.length());
        LOG.warn("{} wanted to store {} with the virus {}.", Scope.actor().name(), name, virus);
        return new InvalidInput(
                "file", "file.infected", "The file is not kept, since it holds a virus: " + virus + ".");
    }

    private void missed(String why) {
        close();
        LOG.error("The virus scanner at {} did not look at a file: {}", properties.address(), why);
        if (!properties.required()) return;
        throw new Overloaded(
                "service.scanner", "The virus scanner could not look at the file; try again shortly.", SHORTLY);
    }

    @Override
    public void close() {
        if (line != null) line.close();
        line = null;
    }
}
