package com.company.erp.assembly.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * What the JVM does about its heap. Idle, it gives memory back: G1 collects after 15 s without a collection, and at
 * most 40 % of the heap stays unused; by itself it would keep what the start took, several times as much. Out of
 * memory, it leaves a dump that tells why. What the operator set stays.
 *
 * @see <a href="https://openjdk.org/jeps/346">JEP 346: Promptly Return Unused Committed Memory from G1</a>
 */
public final class HeapOptions {

    private static final Map<String, String> OPTIONS =
            Map.of("G1PeriodicGCInterval", "15000", "MaxHeapFreeRatio", "40", "HeapDumpOnOutOfMemoryError", "true");

    private HeapOptions() {}

    /** Sets the options of this JVM. */
    public static void set() {
        var vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        OPTIONS.forEach((name, value) -> {
            if (vm.getVMOption(name).getOrigin() == VMOption.Origin.DEFAULT) vm.setVMOption(name, value);
        });
    }
}
