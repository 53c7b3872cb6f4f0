package com.company.erp.assembly.embedded;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The database that the ERP uses with these variables of the environment: one that they name, or the one inside. */
public final class ConfiguredDatabase {

    private ConfiguredDatabase() {}

    /** There is none to connect to; the message says so in a sentence. */
    public static final class Missing extends Exception {
        private Missing(String message) {
            super(message);
        }
    }

    /** @param applicationName how the connection is called in the database's own lists */
    public static Connection connect(Map<String, String> environment, String applicationName)
            throws SQLException, Missing {
        var login = new Properties();
        login.setProperty("ApplicationName", applicationName);
        String url = environment.get("SPRING_DATASOURCE_URL");
        if (url != null && !url.isBlank()) {
            set(login, "user", environment.get("SPRING_DATASOURCE_USERNAME"));
            set(login, "password", environment.get("SPRING_DATASOURCE_PASSWORD"));
            return DriverManager.getConnection(url, login);
        }
        RunningDatabase database = running(dataFolder(environment));
        set(login, "user", database.user());
        set(login, "password", database.password());
        return DriverManager.getConnection(database.url(), login);
    }

    public static Path dataFolder(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("ERP_DATA", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private static RunningDatabase running(Path folder) throws Missing {
        try {
            return RunningDatabase.in(folder)
                    .orElseThrow(() -> new Missing("No database runs in " + folder
                            + ": start the ERP first, or name another database with SPRING_DATASOURCE_URL."));
        } catch (UncheckedIOException e) {
            throw new Missing("The data folder " + folder + " cannot be read; ask as the user who runs the ERP.");
        }
    }

    private static void set(Properties login, String name, @Nullable String value) {
        if (value != null) login.setProperty(name, value);
    }
}
