package com.company.erp.finance.ledger;

import com.company.erp.platform.installation.InstallationProperties;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the heads of all series to a file outside the database once a day, each line signed. A chain proves nothing
 * against someone who can rewrite all of it; against that stands what was written down elsewhere, the better the more
 * often the folder is copied away. The key lies in the folder and has nothing to do with that of sign-in, which may
 * change at any time; what was written down has to be believed for years.
 */
@Component
@EnableConfigurationProperties(InstallationProperties.class)
class SealedHeads implements DailyJob {

    private static final int KEY_BYTES = 32;

    private static final String HEADS = """
            SELECT s.id, s.last_number, encode(s.head, 'hex') AS head FROM series s
            WHERE s.company_id = :company AND s.last_number > 0 ORDER BY s.ordinal""";

    private final JdbcClient jdbc;
    private final Path folder;

    SealedHeads(JdbcClient jdbc, InstallationProperties installation) {
        this.jdbc = jdbc;
        this.folder = installation.data().resolve("ledger-heads");
    }

    private record Head(UUID id, long lastNumber, String head) {}

    @Override
    public String name() {
        return "ledger heads";
    }

    @Override
    public void run(LocalDate today) {
        List<Head> heads =
                jdbc.sql(HEADS).param("company", company()).query(Head.class).list();
        if (heads.isEmpty()) return;
        try {
            Files.createDirectories(folder);
            makeKey();
            byte[] key = Files.readAllBytes(keyFile());
            List<String> lines = new ArrayList<>();
            for (Head head : heads) {
                String said = String.join(
                        " ", today.toString(), head.id.toString(), Long.toString(head.lastNumber), head.head);
                lines.add(said + " " + signature(key, said));
            }
            Files.write(file(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once, by whichever instance writes first: a link appears whole or not at all. */
    private void makeKey() throws IOException {
        if (Files.exists(keyFile())) return;
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path draft = Files.createTempFile(folder, "key", ".new");
        try {
            Files.write(draft, fresh, StandardOpenOption.SYNC);
            Files.createLink(keyFile(), draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    /** Where the books differ from what was written down, and where the writing itself was changed. */
    List<LedgerCheck.Tampering> differences() {
        if (!Files.exists(file())) return List.of();
        List<LedgerCheck.Tampering> found = new ArrayList<>();
        try (var lines = Files.lines(file())) {
            byte[] key = Files.exists(keyFile()) ? Files.readAllBytes(keyFile()) : new byte[KEY_BYTES];
            lines.forEach(line -> check(key, line, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void check(byte[] key, String line, List<LedgerCheck.Tampering> found) {
        String[] parts = line.split(" ");
        int signed = line.lastIndexOf(' ');
        if (parts.length != 5 || !same(signature(key, line.substring(0, signed)), parts[4])) {
            found.add(new LedgerCheck.Tampering(null, null, "a line of the heads written down was changed"));
            return;
        }
        UUID series = UUID.fromString(parts[1]);
        boolean stands = jdbc.sql("""
                        SELECT EXISTS (
                            SELECT 1 FROM series s JOIN entries e ON e.company_id = s.company_id
                             AND e.journal_id = s.journal_id AND e.fiscal_year_id = s.fiscal_year_id
                            WHERE s.company_id = :company AND s.id = :series AND e.sequence = :number
                              AND e.chain_hash = decode(:head, 'hex'))""")
                .param("company", company())
                .param("series", series)
                .param("number", Long.parseLong(parts[2]))
                .param("head", parts[3])
                .query(Boolean.class)
                .single();
        if (!stands) {
            found.add(
                    new LedgerCheck.Tampering(series, null, "the series is not what was written down on " + parts[0]));
        }
    }

    private Path file() {
        return folder.resolve(company() + ".log");
    }

    private Path keyFile() {
        return folder.resolve("key");
    }

    private static String signature(byte[] key, String said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID company() {
        return Scope.company().value();
    }
}
