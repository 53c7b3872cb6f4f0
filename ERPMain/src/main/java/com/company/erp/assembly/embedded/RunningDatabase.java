package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Where the embedded database answers and who may enter, as its data folder tells while it runs. */
public record RunningDatabase(String host, int port, String database, String user, String password) {

    private static final int ANSWERS_WITHIN_SECONDS = 5;
    private static final String FILE = "connection.properties";

    /** The database that runs in this data folder, if one does. After a kill -9 the answer may be a ghost. */
    public static Optional<RunningDatabase> in(Path dataFolder) {
        try (Reader in = Files.newBufferedReader(dataFolder.resolve(FILE))) {
            var told = new Properties();
            told.load(in);
            return Optional.of(new RunningDatabase(
                    told.getProperty("host"),
                    Integer.parseInt(told.getProperty("port")),
                    told.getProperty("database"),
                    told.getProperty("user"),
                    told.getProperty("password")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return urlOf(database);
    }

    /** Whether it is there: what a data folder tells after a kill -9 may be a ghost. */
    public boolean answers() {
        try (Connection connection = DriverManager.getConnection(url(), user, password)) {
            return connection.isValid(ANSWERS_WITHIN_SECONDS);
        } catch (SQLException gone) {
            return false;
        }
    }

    String urlOf(String otherDatabase) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + otherDatabase;
    }

    void announceIn(DataFolder data) throws IOException {
        data.write(data.path().resolve(FILE), """
                host=%s
                port=%d
                database=%s
                user=%s
                password=%s
                """.formatted(host, port, database, user, password));
    }

    static void withdrawFrom(DataFolder data) throws IOException {
        Files.deleteIfExists(data.path().resolve(FILE));
    }

    @Override
    public String toString() {
        return url();
    }
}
