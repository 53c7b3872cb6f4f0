package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** backup.md, the embedded servers: backed up while clerks issue invoices, destroyed, and restored. */
class EmbeddedBackupDrill extends Drill {

    private static final int BEFORE = 5;

    @TempDir
    private Path around;

    private final ErpUser admin = new ErpUser();

    @Test
    void a_backup_under_load_is_restored_with_every_invoice_that_was_issued_before_it() throws IOException {
        Path data = around.resolve("data");
        Path backup = around.resolve("backup.tar.gz");
        List<String> before = new ArrayList<>();
        Api api;
        try (var erp = BuiltErp.start(data)) {
            api = admin.inNewCompany(erp);
            String customer = admin.customer(api);
            for (int i = 0; i < BEFORE; i++) before.add(number(admin.issued(api, customer)));
            // A second house on the same books, with a secret of its own, must not make them look tampered with.
            assertThat(BuiltErp.command(data, "demo").exitCode()).isZero();
            AtomicBoolean enough = new AtomicBoolean();
            var clerk = CompletableFuture.runAsync(() -> {
                while (!enough.get()) admin.issued(api, customer);
            });
            assertThat(BuiltErp.command(data, "backup", backup.toString()).exitCode())
                    .isZero();
            enough.set(true);
            clerk.join();
        }

        theRefused(backup);
        Path restored = around.resolve("restored");
        BuiltErp restore = BuiltErp.command(restored, "restore", backup.toString());
        assertThat(restore.exitCode()).as(restore.said()).isZero();

        try (var erp = BuiltErp.start(restored)) {
            Api after = admin.again(erp, api);
            JsonNode invoices = after.get("/api/invoices?limit=500").ok().get("items");
            assertThat(invoices.findValuesAsText("number")).containsAll(before);
            admin.expectSoundBooks(after);
        }
        BuiltErp again = BuiltErp.command(restored, "restore", backup.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.said()).contains("Nothing was restored.", "is not empty");
    }

    private void theRefused(Path backup) throws IOException {
        Path cut = Scratch.cutCopy(backup, around.resolve("cut.tar.gz"));
        Path damaged = Scratch.flippedCopy(backup, around.resolve("damaged.tar.gz"));
        for (Path bad : List.of(cut, damaged)) {
            BuiltErp restore = BuiltErp.command(around.resolve("never"), "restore", bad.toString());
            assertThat(restore.exitCode()).isEqualTo(1);
            assertThat(restore.said()).contains("Nothing was restored. The backup ");
        }
        try (Stream<Path> left = Files.list(around)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("never"));
        }
    }

    private static String number(JsonNode invoice) {
        return invoice.get("number").textValue();
    }
}
