package com.company.erp.assembly.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.util.Locale;
import java.util.Set;

/** This machine, by the names under which the artifacts keep their programs for it. */
final class Machine {

    static final int ROOT = 0;

    private static final String OS = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final String CPU = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

    private Machine() {}

    static boolean isLinux() {
        return OS.startsWith("linux");
    }

    /** The user this JVM runs as. */
    static int uid() {
        return (int) new UnixSystem().getUid();
    }

    /** The archive's name on the class path. The programs for macOS are universal: one archive serves every Mac. */
    static String postgresArchive() {
        requireSupport("PostgreSQL", "SPRING_DATASOURCE_URL");
        return isLinux() && isIntel() ? "postgres-linux-x86_64.txz" : "postgres-" + os() + "-arm_64.txz";
    }

    static String redisProgram() {
        requireSupport("Redis", "SPRING_DATA_REDIS_HOST");
        return "redis-server-7.0.15-" + os() + (isIntel() ? "-amd64" : "-arm64");
    }

    private static String os() {
        return isLinux() ? "linux" : "darwin";
    }

    private static boolean isIntel() {
        return Set.of("amd64", "x86_64").contains(CPU);
    }

    private static void requireSupport(String server, String setting) {
        boolean knownSystem = isLinux() || OS.startsWith("mac");
        boolean knownCpu = isIntel() || CPU.equals("aarch64");
        if (!knownSystem || !knownCpu) {
            throw unsupported(server, setting);
        }
    }

    static StartRefused unsupported(String server, String setting) {
        return new StartRefused(
                "The " + server + " that comes with the ERP does not run on this machine (" + OS + ", " + CPU + ").",
                "Name a server of your own with " + setting + "; the one inside is for Linux with glibc and for macOS,"
                        + " on x86-64 and arm64.");
    }
}
