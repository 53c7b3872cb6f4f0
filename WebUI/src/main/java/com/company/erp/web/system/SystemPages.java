package com.company.erp.web.system;

import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import com.company.erp.web.system.SystemState.Backup;
import com.company.erp.web.system.SystemState.Figures;
import com.company.erp.web.system.SystemState.Job;
import com.company.erp.web.system.SystemState.Round;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SystemPages {

    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;

    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    private final SystemState system;

    SystemPages(SystemState system) {
        this.system = system;
    }

    /** A part or a figure, and whether somebody should look after it. */
    record Line(String name, String value, boolean late) {}

    /** What runs by the clock, as it is shown. */
    record Clocked(String name, String last, String outcome, boolean late, String took, String next, String place) {}

    record Shown(
            List<Line> parts,
            List<Line> figures,
            List<Clocked> jobs,
            List<Clocked> rounds,
            List<Line> backups,
            Map<String, String> versions) {}

    @GetMapping("/system")
    String show(Screen screen) {
        SystemState.State state = system.read();
        Texts texts = screen.texts();
        List<Line> parts = state.parts().stream()
                .map(part -> new Line(
                        part.name(),
                        texts.constant(part.status()),
                        !part.status().equals("UP")))
                .toList();
        return screen.page(
                "system",
                new Shown(
                        parts,
                        figures(state.figures(), state.backups().isEmpty(), texts),
                        state.jobs().stream().map(job -> shown(job, texts)).toList(),
                        state.rounds().stream()
                                .map(round -> shown(round, texts))
                                .toList(),
                        state.backups().stream()
                                .map(backup -> new Line(texts.moment(backup.endedAt()), size(backup, texts), false))
                                .toList(),
                        state.versions()));
    }

    private static Clocked shown(Job job, Texts texts) {
        String outcome = job.failing() > 0
                ? texts.say("system.failing", texts.count(job.failing()))
                : texts.say(job.behind() > 0 ? "system.behind" : "system.well");
        return new Clocked(
                texts.job(job.name()),
                texts.moment(job.lastAt()),
                outcome,
                job.failing() > 0,
                job.seconds() == null ? "" : texts.say("system.seconds", texts.number(job.seconds())),
                texts.moment(job.nextAt()),
                job.instance() == null ? "" : job.instance().replaceFirst("^erp ", ""));
    }

    private static Clocked shown(Round round, Texts texts) {
        return new Clocked(
                texts.job(round.name()),
                texts.moment(round.lastAt()),
                round.lastAt() == null ? "" : texts.say(round.failed() ? "system.failed" : "system.well"),
                round.failed(),
                "",
                texts.moment(round.nextAt()),
                "");
    }

    private static String size(Backup backup, Texts texts) {
        if (backup.bytes() == null) return texts.say("system.unknown");
        BigDecimal megabytes = BigDecimal.valueOf(backup.bytes()).divide(MEGABYTE, 1, RoundingMode.HALF_UP);
        return texts.say("system.megabytes", texts.number(megabytes));
    }

    /**
     * Late is what rings an alarm in ops/monitoring too; besides, an old proof and stuck e-mails. Before the first
     * backup, its age is that of the installation.
     */
    private static List<Line> figures(Figures now, boolean neverBackedUp, Texts texts) {
        Line backup = line("backup", "hours", now.backupSeconds() / HOUR, 30, texts);
        return List.of(
                neverBackedUp ? new Line(backup.name(), texts.say("system.no-backups"), backup.late()) : backup,
                line("proof", "hours", now.proofSeconds() / HOUR, 48, texts),
                line("unsound", "count", now.unsoundCompanies(), 0, texts),
                line("jobs", "days", now.jobsBehindDays(), 1, texts),
                line("mail", "minutes", now.mailSeconds() / MINUTE, 120, texts),
                line("stuck", "count", now.mailsStuck(), 0, texts),
                line("unsealed", "minutes", now.unsealedSeconds() / MINUTE, 1, texts),
                line("signIns", "count", now.signInsFailed(), 100, texts));
    }

    private static Line line(String name, String unit, double value, double most, Texts texts) {
        if (Double.isNaN(value)) return new Line(name, texts.say("system.unknown"), true);
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        String text = texts.number(rounded);
        return new Line(name, unit.equals("count") ? text : texts.say("system." + unit, text), value > most);
    }
}
