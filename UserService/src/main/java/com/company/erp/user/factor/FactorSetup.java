package com.company.erp.user.factor;

/**
 * What the app on the phone is told, once.
 *
 * @param secret to be typed (Base32)
 * @param uri the same, to be shown as a QR code
 */
public record FactorSetup(String secret, String uri) {

    @Override
    public String toString() {
        return "FactorSetup[***]";
    }
}
