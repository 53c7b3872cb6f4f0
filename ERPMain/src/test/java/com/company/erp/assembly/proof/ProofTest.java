package com.company.erp.assembly.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.InvoicingScenario;
import com.company.erp.platform.installation.InstallationProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProofTest extends InvoicingScenario {

    @Autowired
    private Proof proof;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private InstallationProperties installation;

    @Value("${erp.storage.folder}")
    private Path storage;

    private String companyId() {
        return company.get("id").textValue();
    }

    /** Of this company alone: other tests leave theirs as they like. */
    private List<String> faults() {
        return proof.faults().stream()
                .filter(fault -> fault.startsWith(companyId()))
                .toList();
    }

    @Test
    void a_file_that_was_damaged_or_lost_is_found() throws IOException {
        String customer = customer("Acme");
        api.send("POST", "/api/parties/" + customer + "/attachments?name=a.txt", "text/plain", "kept".getBytes(UTF_8))
                .created();
        Path file;
        try (var files = Files.walk(storage.resolve(companyId()))) {
            file = files.filter(each -> each.getFileName().toString().length() == 36)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(faults()).isEmpty();
        byte[] whole = Files.readAllBytes(file);

        byte[] damaged = whole.clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);
        assertThat(faults()).singleElement().asString().contains(file.getFileName() + " cannot be read: The sealed");
        Files.delete(file);
        assertThat(faults()).singleElement().asString().contains(file.getFileName() + " cannot be read: ");

        Files.write(file, whole);
        assertThat(faults()).isEmpty();
    }

    @Test
    void the_books_are_proven_once_a_week_and_what_came_of_it_is_told() throws IOException {
        long unsoundBefore = unsound();
        nightOf("2026-03-01");
        Path heads = installation.data().resolve("ledger-heads").resolve(companyId() + ".log");
        Files.createDirectories(heads.getParent());
        Files.writeString(heads, "2026-03-01 forged\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);

        nightOf("2026-03-07");
        assertThat(unsound()).as("not yet due").isEqualTo(unsoundBefore);
        nightOf("2026-03-08");
        assertThat(unsound()).isEqualTo(unsoundBefore + 1);

        Files.delete(heads);
        nightOf("2026-03-15");
        assertThat(unsound()).isEqualTo(unsoundBefore);
    }

    private long unsound() {
        return jdbc.sql("SELECT unsound_companies FROM erp_care_figures()")
                .query(Long.class)
                .single();
    }
}
