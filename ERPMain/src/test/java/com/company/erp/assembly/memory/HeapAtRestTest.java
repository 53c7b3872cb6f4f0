package com.company.erp.assembly.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapAtRestTest {

    private final HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void an_idle_jvm_gives_memory_back_but_keeps_what_the_operator_set() {
        vm.setVMOption("MaxHeapFreeRatio", "60");
        HeapAtRest.keepSmall();
        assertThat(vm.getVMOption("G1PeriodicGCInterval").getValue()).isEqualTo("15000");
        assertThat(vm.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("60");
    }
}
