package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** service.md: the installation under systemd, with the system's folders out of harm's way, and the Secret of Kubernetes. */
class ServiceDrill extends Drill {

    private static final Pattern SECRET_OF_POD = Pattern.compile("secretKeyRef: \\{name: erp, key: ([a-z-]+)");
    private static final Pattern SECRET_MADE = Pattern.compile("(?m)^--from-literal=([a-z-]+)=.+$");

    /** systemd's part in it: the unit is read and rated by its own program, then started as it says. */
    private static final String SYSTEMCTL = """
            [ "$1" = enable ] || return 0
            unit=/etc/systemd/system/erp.service
            systemd-analyze verify "$unit"
            systemd-analyze security --offline=true --threshold=30 "$unit" | tail -1
            install -d -o erp -g erp -m 700 /var/lib/erp
            install -d -o erp -g erp -m 750 /var/log/erp
            value() { sed -e ':a' -e '/\\\\$/N; s/\\\\\\n//; ta' "$unit" | sed -n "s/^$1=//p"; }
            cd "$(value WorkingDirectory)"
            exec env -i $(value Environment) $(cat "$(value EnvironmentFile)") SERVER_PORT="$PORT" \\
              setpriv --reuid="$(value User)" --regid="$(value Group)" --clear-groups $(value ExecStart)
            """;

    @Test
    void the_service_is_installed_as_the_page_says_and_runs_as_its_own_user() {
        needs("the service of systemd", "systemd-analyze", "useradd");
        var overlay = new Overlay("the service of systemd");
        Installation installation = Installation.shared();
        int port = Programs.freePort();
        var block = Runbook.block("systemd")
                .with("localhost:5432", "127.0.0.1:" + installation.postgres().port())
                .with(
                        "HOST=localhost",
                        "HOST=127.0.0.1\nSPRING_DATA_REDIS_PORT="
                                + installation.redis().port())
                .standIn("systemctl", SYSTEMCTL);
        try (var service = overlay.start(block, Map.of("PORT", Integer.toString(port)))) {
            service.awaitPort(port);

            String health = Api.at("http://127.0.0.1:" + port)
                    .get("/actuator/health")
                    .ok()
                    .get("status")
                    .textValue();
            assertThat(health).isEqualTo("UP");
            assertThat(service.said()).contains("Overall exposure level for erp.service: 1.");
            String user = Programs.run(
                            "stat", "-c", "%u", "/proc/" + service.process().pid())
                    .ok();
            assertThat(user.strip()).isNotEqualTo("0");
            assertThat(Programs.run("ls", overlay.changed("/var/log/erp").toString())
                            .ok())
                    .contains("erp.log");
            String secrets = Programs.run(
                            "stat",
                            "-c",
                            "%a %U",
                            overlay.changed("/etc/erp/erp.env").toString())
                    .ok();
            assertThat(secrets.strip()).isEqualTo("600 root");
        }
    }

    @Test
    void the_secret_of_kubernetes_holds_what_the_deployment_reads() {
        String said = Runbook.block("kubernetes")
                .standIn("kubectl", "printf '%s\\n' \"$@\"")
                .run()
                .ok();

        assertThat(said.lines()).containsSubsequence(List.of("create", "secret", "generic", "erp"));
        assertThat(said.lines()).containsSubsequence(List.of("apply", "-f", "ops/kubernetes/erp.yml"));
        assertThat(keys(SECRET_MADE, said))
                .isEqualTo(keys(SECRET_OF_POD, Runbook.text(Path.of("../ops/kubernetes/erp.yml"))))
                .isNotEmpty();
    }

    private static TreeSet<String> keys(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
