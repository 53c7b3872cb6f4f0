package com.company.erp.user.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the app on the phone is told, once.
 *
 * @param secret to be typed (Base32)
 * @param uri the same, to be shown as a QR code
 */
public record FactorSetup(String secret, String uri) {

    public static FactorSetup of(String username, String secret) {
        String name = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
        return new FactorSetup(secret, "otpauth://totp/ERP:" + name + "?secret=" + secret + "&issuer=ERP");
    }

    @Override
    public String toString() {
        return "FactorSetup[***]";
    }
}
