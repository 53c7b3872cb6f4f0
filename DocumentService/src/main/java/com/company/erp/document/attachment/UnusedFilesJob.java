package com.company.erp.document.attachment;

import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets contents that no attachment uses any more; their files are swept away later. */
@Component
class UnusedFilesJob implements DailyJob {

    private final JdbcClient jdbc;

    UnusedFilesJob(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "unused files";
    }

    @Override
    public void run(LocalDate today) {
        jdbc.sql("""
                        WITH unused AS (
                            DELETE FROM stored_files f WHERE f.company_id = :company AND NOT EXISTS (
                                SELECT 1 FROM attachment_versions v
                                WHERE v.company_id = f.company_id AND v.file_id = f.id)
                            RETURNING coalesce(f.blob_id, f.id) AS blob)
                        INSERT INTO released_blobs (company_id, id, released_at)
                        SELECT :company, blob, now() FROM unused""").param("company", Scope.company().value()).update();
    }
}
