package com.company.erp.assembly.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class HeapOptionsTest {

    private final HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void an_idle_jvm_gives_memory_back_and_one_out_of_it_leaves_a_dump_but_what_the_operator_set_stays() {
        vm.setVMOption("MaxHeapFreeRatio", "60");
        HeapOptions.set();
        assertThat(vm.getVMOption("G1PeriodicGCInterval").getValue()).isEqualTo("15000");
        assertThat(vm.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("60");
        assertThat(vm.getVMOption("HeapDumpOnOutOfMemoryError").getValue()).isEqualTo("true");
    }
}
