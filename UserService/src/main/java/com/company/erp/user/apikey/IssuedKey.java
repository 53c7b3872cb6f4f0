package com.company.erp.user.apikey;

/**
 * A key that was just made or rotated.
 *
 * @param secret send it as {@code Authorization: Bearer …}; shown this once
 */
public record IssuedKey(ApiKeyView key, String secret) {

    @Override
    public String toString() {
        return "IssuedKey[" + key + "]";
    }
}
