package com.company.erp.drill;

import com.company.erp.NotRunHere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images and their containers on a machine without Docker: {@code ops/docker.sh} does what its commands mean. */
final class Images implements AutoCloseable {

    private static final String DOCKER = Runbook.text(Path.of("src/test/resources/ops/docker.sh"));

    /** Where the kernel limits memory: of old in a tree of its own. */
    private static final Path GROUPS = Files.isDirectory(Path.of("/sys/fs/cgroup/memory"))
            ? Path.of("/sys/fs/cgroup/memory")
            : Path.of("/sys/fs/cgroup");

    private final Path store = Scratch.folder("images");
    private final List<Container> containers = new ArrayList<>();

    private Images() {}

    /** With the images that a Dockerfile begins with. */
    static Images withBases(String what) {
        Drill.needs(what, "buildah", "mmdebstrap", "unshare", "nsenter", "chroot");
        Drill.needsRoot(what);
        Images images = AtEnd.close(new Images());
        Programs.Outcome made = images.shell("bases");
        NotRunHere.unless(
                made.code() == 0 || !made.said().contains("Failed to fetch"), what + ": needs Debian's archive");
        made.ok();
        return images;
    }

    /** Runs {@code docker build}. */
    String build(Runbook.Block block) {
        return withDocker(block).run(environment()).ok();
    }

    /** What the image says of itself, by its name in buildah. */
    String told(String image, String what) {
        return shell("told %s '%s'".formatted(image, what)).ok().strip();
    }

    /** Runs {@code docker run}, and waits for nothing. */
    Container run(Runbook.Block block) {
        var container = new Container(block, GROUPS.resolve("erp-" + Long.toHexString(System.nanoTime())));
        containers.add(container);
        return container;
    }

    private Programs.Outcome shell(String commands) {
        return Programs.run(environment(), "bash", "-euo", "pipefail", "-c", DOCKER + "\n" + commands);
    }

    private static Runbook.Block withDocker(Runbook.Block block) {
        return block.standIn("docker", DOCKER + "\n\"docker_$1\" \"${@:2}\"");
    }

    private Map<String, String> environment() {
        return Map.of("STORE", store.toString());
    }

    @Override
    public void close() {
        containers.forEach(Container::close);
        shell("buildah rm --all").ok();
    }

    /** One that runs, or did. */
    final class Container implements AutoCloseable {

        private final Path group;
        private final Programs.Running running;

        private Container(Runbook.Block block, Path group) {
            this.group = group;
            this.running = withDocker(block).start(Map.of("STORE", store.toString(), "GROUP", group.toString()));
        }

        Container awaitPort(int port) {
            running.awaitPort(port);
            return this;
        }

        /** The first process in it, as this machine counts. */
        long pid() {
            return running.process().children().findFirst().orElseThrow().pid();
        }

        /** Runs {@code docker exec}. */
        String exec(Runbook.Block block) {
            return withDocker(block)
                    .run(Map.of("STORE", store.toString(), "CONTAINER", Long.toString(pid())))
                    .ok();
        }

        String said() {
            return running.said();
        }

        /** As {@code docker stop} does. */
        void askToStop() {
            Programs.run("kill", "-TERM", Long.toString(pid())).ok();
        }

        int exitCode() {
            return running.exitCode();
        }

        @Override
        public void close() {
            running.kill();
            Programs.run("rmdir", group.toString());
        }
    }
}
