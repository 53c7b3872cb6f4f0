package com.company.erp;

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

    /** Serves, or with {@code sql} as the first word opens a console to the database and leaves all else asleep. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("sql")) {
            List<String> rest = List.of(args).subList(1, args.length);
            System.exit(SqlConsole.run(rest));
        }
        SpringApplication.run(ErpApplication.class, args);
    }
}
