package com.company.erp.assembly.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_what_was_written() {
        try (var data = DataFolder.open(folder);
                var redis = EmbeddedRedis.start(data)) {
            ask(redis, redis.password(), commands -> commands.set("note", "kept"));
        }
        try (var data = DataFolder.open(folder);
                var redis = EmbeddedRedis.start(data)) {
            assertThat(ask(redis, redis.password(), commands -> commands.get("note")))
                    .isEqualTo("kept");
        }
    }

    @Test
    void nobody_enters_without_the_password() {
        try (var data = DataFolder.open(folder);
                var redis = EmbeddedRedis.start(data)) {
            assertThatThrownBy(() -> ask(redis, "wrong", RedisCommands::ping)).hasStackTraceContaining("WRONGPASS");
        }
    }

    @Test
    void a_server_that_outlived_its_jvm_is_stopped_by_the_next_start() throws Exception {
        EmbeddedRedis orphan;
        try (var data = DataFolder.open(folder)) {
            orphan = EmbeddedRedis.start(data);
            ask(orphan, orphan.password(), commands -> commands.set("note", "kept"));
        }
        long pid = Long.parseLong(
                Files.readString(folder.resolve("redis/redis.pid")).strip());
        try (var data = DataFolder.open(folder);
                var redis = EmbeddedRedis.start(data)) {
            assertThat(ProcessHandle.of(pid)).isEmpty();
            assertThat(ask(redis, redis.password(), commands -> commands.get("note")))
                    .isEqualTo("kept");
        }
    }

    @Test
    void a_server_that_is_killed_is_started_again_at_the_same_address() throws Exception {
        try (var data = DataFolder.open(folder);
                var redis = EmbeddedRedis.start(data)) {
            ask(redis, redis.password(), commands -> commands.set("note", "kept"));
            String killed = Files.readString(folder.resolve("redis/redis.pid")).strip();
            ProcessHandle.of(Long.parseLong(killed)).orElseThrow().destroyForcibly();

            await().ignoreExceptions()
                    .until(() -> ask(redis, redis.password(), commands -> commands.get("note")), "kept"::equals);
            assertThat(folder.resolve("redis/redis.pid")).content().isNotEqualToIgnoringWhitespace(killed);
        }
    }

    @Test
    void a_file_that_redis_cannot_read_is_told_in_its_own_words() throws Exception {
        try (var data = DataFolder.open(folder)) {
            EmbeddedRedis.start(data).close();
            Files.writeString(folder.resolve("redis/appendonlydir/appendonly.aof.manifest"), "nonsense\n");
            assertThatThrownBy(() -> EmbeddedRedis.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Redis did not start: ");
        }
    }

    private static String ask(
            EmbeddedRedis redis, String password, Function<RedisCommands<String, String>, String> question) {
        RedisURI there = RedisURI.builder()
                .withHost(FreePort.LOOPBACK)
                .withPort(redis.port())
                .withPassword(password.toCharArray())
                .build();
        try (var client = RedisClient.create(there);
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }
}
