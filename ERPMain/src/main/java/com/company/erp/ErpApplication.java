package com.company.erp;

import com.company.erp.assembly.backup.Backup;
import com.company.erp.assembly.backup.Restore;
import com.company.erp.assembly.check.Check;
import com.company.erp.assembly.demo.Demo;
import com.company.erp.assembly.memory.HeapOptions;
import com.company.erp.assembly.proof.Verify;
import com.company.erp.assembly.sql.SqlConsole;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one executable: all departments of the house in one process. */
// Without the error page of Spring MVC: what comes so far is answered by the web server itself, see ProblemValve.
@SpringBootApplication(exclude = ErrorMvcAutoConfiguration.class)
@EnableScheduling
public class ErpApplication {

    /**
     * Serves. With {@code sql} as the first word opens a console to the database and leaves all else asleep; with
     * {@code demo} makes a demo company and ends; with {@code backup} writes the data folder into an archive, from
     * which {@code restore} makes it anew; with {@code verify} proves all books and files;
     * with {@code check} goes through the operator's lists.
     */
    public static void main(String[] args) {
        String command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "sql" -> System.exit(SqlConsole.run(rest(args)));
            case "backup" -> System.exit(Backup.run(rest(args)));
            case "restore" -> System.exit(Restore.run(ErpApplication.class, rest(args)));
            case "verify" -> System.exit(Verify.run(ErpApplication.class, rest(args)));
            case "check" -> System.exit(Check.run(rest(args)));
            case "demo" -> System.exit(Demo.run(ErpApplication.class, rest(args)));
            default -> {
                HeapOptions.set();
                SpringApplication.run(ErpApplication.class, args);
            }
        }
    }

    private static List<String> rest(String[] args) {
        return List.of(args).subList(1, args.length);
    }
}
