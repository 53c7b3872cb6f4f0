package com.company.erp.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table. */
final class Copy {

    private static final int BUFFER = 64 * 1024;

    private final Connection database;
    private final String target;
    private final StringBuilder text = new StringBuilder(BUFFER);

    Copy(Connection database, String target) {
        this.database = database;
        this.target = target;
    }

    void row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            text.append(values[i] == null ? "\\N" : values[i].toString());
        }
        text.append('\n');
    }

    void end() throws SQLException, IOException {
        CopyIn copy = database.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
        text.setLength(0);
    }
}
