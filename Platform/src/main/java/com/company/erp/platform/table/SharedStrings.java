package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that a spreadsheet's cells point at by number, kept in a file, since they may be most of the spreadsheet.
 */
final class SharedStrings implements Closeable {

    private static final int MOST_STRINGS = 10_000_000;

    private final Path file;
    private int[] ends = new int[1024];
    private int count;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    SharedStrings() throws IOException {
        this.file = Files.createTempFile("erp-strings", ".tmp");
    }

    void load(XMLStreamReader xml) throws IOException, XMLStreamException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT
                        || !xml.getLocalName().equals("si")) continue;
                byte[] text = XlsxFile.text(xml, "si").getBytes(StandardCharsets.UTF_8);
                out.write(text);
                add(text.length);
            }
        }
        try (var channel = FileChannel.open(file)) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The part is at most 1 GB, so that an int holds every position. */
    private void add(int length) {
        if (count == MOST_STRINGS) {
            throw new InvalidInput("file", "file.expands", "The spreadsheet has too many different texts.");
        }
        if (count == ends.length) ends = Arrays.copyOf(ends, count * 2);
        ends[count] = (count == 0 ? 0 : ends[count - 1]) + length;
        count++;
    }

    String get(String index) {
        int i = index.matches("\\d{1,8}") ? Integer.parseInt(index) : count;
        if (i >= count) throw TableReader.malformed("A cell points at a text that is not there.");
        int from = i == 0 ? 0 : ends[i - 1];
        byte[] text = new byte[ends[i] - from];
        bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
