package com.company.erp.user;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A user with a second factor, as the app on his phone sees it. */
public final class Phone {

    private static final String FACTOR = "/api/auth/second-factor";
    private static final int STEP_SECONDS = 30;

    final Api user;
    final String username;
    final String secret;
    final List<String> recovery = new ArrayList<>();
    private long step;

    public Phone(Api user) {
        this.user = user;
        this.username = user.get("/api/auth/me").ok().get("username").textValue();
        this.secret = user.post(FACTOR + "/begin", Map.of("currentPassword", HttpTest.PASSWORD))
                .ok()
                .get("secret")
                .textValue();
        this.step = Instant.now().getEpochSecond() / STEP_SECONDS;
        user.post(FACTOR + "/confirm", Map.of("code", code(secret, step)))
                .ok()
                .get("recoveryCodes")
                .forEach(code -> recovery.add(code.textValue()));
    }

    /** The code behind the last one that was used; a clock may be a step ahead. */
    String nextCode() {
        return code(secret, ++step);
    }

    /** What an app shows now that was told the secret. */
    public static String codeNow(String secret) {
        return code(secret, Instant.now().getEpochSecond() / STEP_SECONDS);
    }

    private static String code(String secret, long of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(of).array());
            int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 160 bits, five to a letter. */
    private static byte[] bytes(String base32) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : base32.toCharArray()) {
            int value = letter <= '7' ? letter - '2' + 26 : letter - 'A';
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        byte[] bytes = new byte[20];
        byte[] found = number.toByteArray();
        int length = Math.min(20, found.length);
        System.arraycopy(found, found.length - length, bytes, 20 - length, length);
        return bytes;
    }

    Answer login(Api from, @Nullable String code) {
        var credentials = new HashMap<>(Map.of("username", username, "password", HttpTest.PASSWORD));
        if (code != null) credentials.put("code", code);
        return from.post("/api/auth/login", credentials);
    }
}
