package com.company.erp.document.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.FinanceScenario;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.util.ReflectionTestUtils;

/** A new secret takes over, and then the old one is not needed any more. */
class KeyChangeTest extends FinanceScenario {

    @Autowired
    private KeyChange change;

    @Autowired
    private SealingKeys keys;

    @Value("${erp.storage.folder}")
    private Path storage;

    @Value("${erp.data}")
    private Path data;

    /** As if the instance had been started anew with other secrets. */
    private void restart(String secret, String... previous) {
        var properties = new SealingProperties(secret, List.of(previous), Duration.ofHours(1));
        ReflectionTestUtils.setField(keys, "properties", properties);
        ReflectionTestUtils.setField(keys, "ring", null);
    }

    private Path onlyFile() throws Exception {
        try (var files = Files.walk(storage.resolve(company.get("id").textValue()))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().length() == 36)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    @Test
    void files_and_passwords_are_sealed_with_the_new_secret_and_the_old_one_may_go() throws Exception {
        String party = api.post("/api/parties", Map.of("name", "Acme", "roles", List.of("CUSTOMER")))
                .created()
                .get("id")
                .textValue();
        byte[] content = "Read me with either secret. ".repeat(10_000).getBytes(UTF_8);
        JsonNode file = api.send("POST", "/api/parties/" + party + "/attachments?name=a.txt", "text/plain", content)
                .created();
        var server = new HashMap<String, Object>(
                Map.of("host", "127.0.0.1", "port", 1, "security", "NONE", "fromAddress", "a@example.com"));
        server.putAll(Map.of("username", "a", "password", "secret word"));
        api.ifMatch(0).put("/api/mail-server", server).ok();
        String path = "/api/attachments/" + file.get("id").textValue() + "/content";
        byte[] before = Files.readAllBytes(onlyFile());
        String old = Files.readString(data.resolve("storage-key"));
        try {
            restart("another secret", old);
            assertThat(api.get(path).bytes()).isEqualTo(content);
            change.takeOver();

            restart("another secret");
            assertThat(api.get(path).bytes()).isEqualTo(content);
            assertThat(api.with("Range", "bytes=200000-200004").get(path).bytes())
                    .isEqualTo(Arrays.copyOfRange(content, 200_000, 200_005));
            assertThat(Files.readAllBytes(onlyFile())).hasSameSizeAs(before).isNotEqualTo(before);
            assertThat(password()).isEqualTo("secret word");
            change.takeOver();
            assertThat(keyIds()).as("of the test's company").containsExactly(keys.currentId());
        } finally {
            restart("", "another secret");
            change.takeOver();
            restart("");
        }
        assertThat(api.get(path).bytes()).isEqualTo(content);
    }

    private String password() throws Exception {
        return new SealedText(keys)
                .open(asked("SELECT sealed_password FROM mail_settings").getFirst());
    }

    private List<String> keyIds() throws Exception {
        return asked("SELECT DISTINCT key_id FROM stored_files");
    }

    private List<String> asked(String question) throws Exception {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        question + " WHERE company_id = '" + company.get("id").textValue() + "'")) {
            var answers = new ArrayList<String>();
            while (rows.next()) answers.add(rows.getString(1));
            return answers;
        }
    }
}
