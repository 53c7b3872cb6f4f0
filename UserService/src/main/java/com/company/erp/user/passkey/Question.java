package com.company.erp.user.passkey;

/**
 * What a browser is asked to have signed.
 *
 * @param challenge random, to be kept until the answer, and good for one
 * @param options for {@code navigator.credentials}, as JSON
 */
public record Question(String challenge, String options) {}
