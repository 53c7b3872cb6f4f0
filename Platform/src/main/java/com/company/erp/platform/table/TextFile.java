package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file in UTF-8, with or without a byte order mark. Bytes that are not UTF-8 are read as U+FFFD, so that the
 * cell they stand in can be named. A row without an end would fill the memory, and is refused.
 */
final class TextFile extends FilterReader {

    private static final int MOST_IN_A_ROW = 4_000_000;
    private static final int HEADER = 65_536;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private int sinceRow;

    private TextFile(Reader in) {
        super(in);
    }

    static TextFile open(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) reader.reset();
        return new TextFile(reader);
    }

    /** The first line, or as much of it as could be a header, without moving on. */
    String peekLine() throws IOException {
        in.mark(HEADER);
        var line = new StringBuilder();
        boolean quoted = false;
        for (int c = in.read(); c >= 0 && line.length() < HEADER - 1; c = in.read()) {
            if (c == '"') quoted = !quoted;
            if (!quoted && (c == '\n' || c == '\r')) break;
            line.append((char) c);
        }
        in.reset();
        return line.toString();
    }

    /** Says that a row has ended; what is read from here on belongs to the next. */
    void rowEnded() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) count(1);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) count(read);
        return read;
    }

    private void count(int read) {
        sinceRow += read;
        if (sinceRow > MOST_IN_A_ROW) {
            throw new InvalidInput(
                    "file", "file.malformed", "A row is longer than " + MOST_IN_A_ROW + " characters, or has no end.");
        }
    }
}
