package com.company.erp.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * All addresses that begin alike, or a single one.
 *
 * @param bits how many bits they share from the left
 */
record Network(InetAddress address, int bits) {

    /** Reads {@code 10.1.2.0/24} or {@code 10.1.2.3}; no name is ever looked up. */
    public static Network valueOf(String text) {
        String[] parts = text.strip().split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) throw malformed(text);
        InetAddress address;
        try {
            address = InetAddress.getByName(parts[0]);
        } catch (UnknownHostException e) {
            throw malformed(text);
        }
        int longest = address.getAddress().length * Byte.SIZE;
        if (parts.length == 1) return new Network(address, longest);
        if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > longest) throw malformed(text);
        return new Network(address, Integer.parseInt(parts[1]));
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(text + " is neither an address nor a network such as 10.1.2.0/24.");
    }

    boolean holds(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) return false;
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) return false;
        }
        return true;
    }
}
