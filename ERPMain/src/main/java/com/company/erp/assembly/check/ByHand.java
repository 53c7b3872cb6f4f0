package com.company.erp.assembly.check;

import com.company.erp.assembly.check.Check.Period;
import com.company.erp.assembly.check.Check.Task;
import java.util.List;

/** What no program can do for the operator. */
final class ByHand {

    static final List<Task> TASKS = List.of(
            task(
                    Period.WEEKLY,
                    "Sign-ins",
                    "look through failed ones and changes of roles: Administration, Sign-ins and Audit"),
            task(Period.WEEKLY, "Failover", "with a replica, change over by turns: replication.md"),
            task(Period.MONTHLY, "Restore", "restore the newest backup on another machine: backup.md"),
            task(Period.MONTHLY, "Updates", "./mvnw versions:display-dependency-updates, and the system's own"),
            task(Period.QUARTERLY, "Security", "who may do what (Administration, Users); who may enter the machines"),
            task(Period.QUARTERLY, "Load", "./erp bench on a machine like yours: performance.md"),
            task(Period.QUARTERLY, "Disaster", "lose a machine, and be back within the time that you promised"));

    private ByHand() {}

    private static Task task(Period period, String what, String how) {
        return new Task(period, what, () -> Result.byHand(how));
    }
}
