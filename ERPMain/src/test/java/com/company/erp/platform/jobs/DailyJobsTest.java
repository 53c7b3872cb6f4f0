package com.company.erp.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Scenario;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DailyJobsTest extends Scenario {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoever_looks_after_the_house_sees_how_each_job_went_and_whether_it_is_due() {
        nightOf(StumblingJob.STUMBLES_ON.minusDays(1).toString());
        assertThat(state()).containsEntry("failing", 0L).containsKey("seconds");
        assertThat(state().get("instance").toString()).startsWith("erp ");

        nightOf(StumblingJob.STUMBLES_ON.toString());
        assertThat(state()).containsEntry("failing", 1L);
        nightOf(StumblingJob.STUMBLES_ON.plusDays(1).toString());
        assertThat(state()).containsEntry("failing", 0L);
    }

    private Map<String, Object> state() {
        return jdbc.sql("SELECT * FROM erp_jobs() WHERE job = :job")
                .param("job", StumblingJob.NAME)
                .query()
                .singleRow();
    }
}
