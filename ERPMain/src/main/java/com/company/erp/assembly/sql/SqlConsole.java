package com.company.erp.assembly.sql;

import com.company.erp.assembly.embedded.ConfiguredDatabase;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The command {@code sql}: runs one statement from the command line, or those that are typed or piped in. */
public final class SqlConsole {

    private static final String SIMPLE_HELP =
            "End a statement with a semicolon. \\dt lists the tables, \\d TABLE describes one, \\q ends.";

    private final Map<String, String> environment;
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean isTerminal;

    SqlConsole(
            Map<String, String> environment, BufferedReader in, PrintStream out, PrintStream err, boolean isTerminal) {
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /** Runs the command with the rest of its command line and gives the exit code: 1 after an error, else 0. */
    public static int run(List<String> arguments) {
        return new SqlConsole(
                        System.getenv(),
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                        arguments.isEmpty() && isTerminal())
                .converse(String.join(" ", arguments));
    }

    int converse(String statements) {
        try (Connection connection = ConfiguredDatabase.connect(environment, "erp sql")) {
            var session = new SqlSession(connection, out, err);
            if (statements.isBlank()) {
                return listen(session, connection.getCatalog());
            }
            return session.run(statements.lines().toList()) ? 0 : 1;
        } catch (SQLException e) {
            err.println("The database does not let the console in: " + SqlSession.oneLine(e));
            return 1;
        } catch (ConfiguredDatabase.Missing e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At a terminal an error is told and the next statement awaited; a script ends with its first error. */
    private int listen(SqlSession session, String database) throws IOException, SQLException {
        if (isTerminal) {
            out.println(SIMPLE_HELP);
        }
        prompt(session, database);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (session.isEndedBy(line)) {
                return 0;
            }
            if (!session.take(line) && !isTerminal) {
                return 1;
            }
            prompt(session, database);
        }
        return session.takeRest() || isTerminal ? 0 : 1;
    }

    private void prompt(SqlSession session, String database) {
        if (isTerminal) {
            out.print(database + (session.isBetweenStatements() ? "=> " : "-> "));
            out.flush();
        }
    }

    /** Asked of the shell: what Java itself answers differs from one version to the next. */
    private static boolean isTerminal() {
        try {
            return new ProcessBuilder("sh", "-c", "test -t 0")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
