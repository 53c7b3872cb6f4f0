package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** proxy.md: three instances behind nginx are one house, whichever of them answers or dies. */
class InstancesDrill extends Drill {

    private static final int INVOICES = 30;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static Installation installation;
    private static Proxy nginx;
    private final ErpUser admin = new ErpUser();

    @BeforeAll
    static void start() {
        needs("three instances", "nginx", "curl", "openssl");
        installation = Installation.shared();
        nginx = Proxy.nginx(installation.instances());
    }

    @AfterAll
    static void stop() {
        if (nginx != null) nginx.close();
    }

    @Test
    void who_signed_in_on_one_works_on_another() {
        List<BuiltErp> instances = installation.instances();
        Api first = admin.inNewCompany(instances.get(0));

        String customer = admin.customer(admin.again(instances.get(1), first));

        admin.again(instances.get(2), first).get("/api/parties/" + customer).ok();
        String key = "once";
        String made = first.withKey(key)
                .post("/api/parties", party())
                .created()
                .get("id")
                .textValue();
        assertThat(admin.again(instances.get(2), first)
                        .withKey(key)
                        .post("/api/parties", party())
                        .created()
                        .get("id")
                        .textValue())
                .as("the same key on another instance answers the same")
                .isEqualTo(made);
    }

    private static Map<String, Object> party() {
        return Map.of("name", "Harbour", "roles", List.of("CUSTOMER"));
    }

    @Test
    void the_session_of_a_browser_is_known_to_all() {
        admin.inNewCompany(installation.instances().getFirst());
        Path jar = Scratch.folder("cookies").resolve("jar");
        String form = page(jar, 0, "/sign-in");
        var token = TOKEN.matcher(form);
        assertThat(token.find()).as(form).isTrue();

        page(
                jar,
                0,
                "/sign-in",
                "--data-urlencode",
                "_csrf=" + token.group(1),
                "--data-urlencode",
                "username=admin",
                "--data-urlencode",
                "password=" + ErpUser.PASSWORD);

        for (int i = 0; i < installation.instances().size(); i++) {
            assertThat(page(jar, i, "/")).contains("/sign-out");
        }
    }

    private static String page(Path jar, int instance, String path, String... options) {
        var command = new ArrayList<>(List.of("curl", "-s", "-b", jar.toString(), "-c", jar.toString()));
        command.addAll(List.of(options));
        command.add("http://127.0.0.1:" + installation.instances().get(instance).port() + path);
        return Programs.run(command.toArray(String[]::new)).ok();
    }

    @Test
    void a_daily_job_runs_on_one_instance() {
        admin.inNewCompany(installation.instances().getFirst());
        Postgres postgres = installation.postgres();
        postgres.sql("CREATE TABLE drill_runs (company_id uuid, job text, done_on date)");
        postgres.sql("""
                CREATE FUNCTION drill_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF new.done_on > '2026-01-01' THEN INSERT INTO drill_runs VALUES (new.company_id, new.job, new.done_on); END IF;
                    RETURN new;
                END $$""");
        postgres.sql("CREATE TRIGGER drill AFTER UPDATE ON job_marks FOR EACH ROW EXECUTE FUNCTION drill_note()");
        try {
            postgres.sql("UPDATE job_marks SET done_on = DATE '1970-01-01'");
            String behind = "SELECT count(*) FROM job_marks WHERE done_on < current_date - 1";

            Awaitility.await("all jobs of all companies")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> postgres.sql(behind).equals("0"));

            assertThat(postgres.sql("SELECT * FROM drill_runs GROUP BY company_id, job, done_on HAVING count(*) > 1"))
                    .isEmpty();
            measured(
                    "three instances looked every 2 s, and each of %s jobs of companies ran once",
                    postgres.sql("SELECT count(*) FROM drill_runs"));
        } finally {
            postgres.sql("DROP TRIGGER drill ON job_marks");
            postgres.sql("DROP FUNCTION drill_note()");
            postgres.sql("DROP TABLE drill_runs");
        }
    }

    @Test
    void a_killed_instance_takes_no_acknowledged_write_along() {
        var clerks = new Clerks(nginx::seat);
        int when;
        try (clerks) {
            clerks.await(INVOICES);
            installation.instances().get(2).kill();
            when = clerks.acknowledged();
            clerks.await(when + INVOICES);
        }
        installation.relaunch(2, Map.of()).awaitReady();

        clerks.expectNothingLostAndNothingDoubled();
        assertThat(clerks.failures().stream().filter(failure -> failure.contains("GET")))
                .isEmpty();
        measured(
                "kill -9 of one of three: %d invoices before and %d after, %d of %d requests to be repeated by the client",
                when, clerks.acknowledged() - when, clerks.failures().size(), clerks.requests());
    }
}
