package com.company.erp.assembly.check;

import com.company.erp.assembly.embedded.ConfiguredDatabase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The command {@code check}: goes through the lists up to a period and prints what it found. The exit code is 1 where
 * something is wrong, 2 where something is about to be, else 0.
 */
public final class Check {

    private static final String USAGE = "Usage: check [daily | weekly | monthly | quarterly] [--url PUBLIC_ADDRESS]";
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    enum Period {
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY;

        private String title() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream says;
    private Result.Level worst = Result.Level.OK;

    Check(Map<String, String> environment, Clock clock, PrintStream says) {
        this.environment = environment;
        this.clock = clock;
        this.says = says;
    }

    /** Runs the command with the rest of its command line and gives the exit code. */
    public static int run(List<String> arguments) {
        LoggingSystem.get(Check.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Check(System.getenv(), Clock.systemDefaultZone(), out).with(arguments);
    }

    interface Look {
        Result found() throws Exception;
    }

    record Task(Period period, String what, Look look) {}

    int with(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        String url = null;
        int option = words.indexOf("--url");
        if (option >= 0 && option + 1 < words.size()) {
            url = words.remove(option + 1);
            words.remove(option);
        }
        String period = words.isEmpty() ? "DAILY" : words.getFirst().toUpperCase(Locale.ROOT);
        if (words.size() > 1
                || List.of(Period.values()).stream()
                        .noneMatch(each -> each.name().equals(period))) {
            says.println(USAGE);
            return 1;
        }
        print(Period.valueOf(period), url);
        return switch (worst) {
            case OK, BY_HAND -> 0;
            case FAULT -> 1;
            case WARNING -> 2;
        };
    }

    private void print(Period last, @Nullable String url) {
        says.println("The ERP on " + NOW.format(clock.instant().atZone(ZoneId.systemDefault())));
        List<Task> tasks = new ArrayList<>(new Instance(environment, clock, url).tasks());
        tasks.addAll(new Machine(environment, clock).tasks());
        tasks.addAll(ByHand.TASKS);
        try (Connection connection = ConfiguredDatabase.connect(environment, "erp check")) {
            tasks.addAll(new Database(connection).tasks());
            print(last, tasks);
        } catch (SQLException | ConfiguredDatabase.Missing e) {
            tasks.addFirst(new Task(Period.DAILY, "Database", () -> Result.fault(oneLine(e))));
            print(last, tasks);
        }
    }

    private void print(Period last, List<Task> tasks) {
        for (Period period : Period.values()) {
            if (period.compareTo(last) > 0) return;
            says.println();
            says.println(period.title());
            tasks.stream().filter(task -> task.period == period).forEach(this::print);
        }
    }

    private void print(Task task) {
        Result result = result(task.look);
        if (result.level().compareTo(worst) > 0) worst = result.level();
        says.println(result.line(task.what));
    }

    /** One look that fails must not hide the others. */
    private static Result result(Look look) {
        try {
            return look.found();
        } catch (Exception e) {
            return Result.fault(oneLine(e));
        }
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage() == null ? e : e.getMessage()).replaceAll("\\s+", " ");
    }
}
