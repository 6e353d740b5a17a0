package dev.berth.rules.validate;

import dev.berth.rules.decode.ManifestDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Where each object was seen first, by what it is to a cluster: group, kind, namespace and name.
 *
 * <p>It holds 24 bytes for an object and no text, as there may be any number of them. What is compared is half of a
 * SHA-256: nobody finds two names with the same.
 */
final class Identities {
    private static final int SMALLEST = 1 << 8;

    private final MessageDigest digest = sha256();
    private long[] hashes = new long[2 * SMALLEST];
    private int[] places = new int[2 * SMALLEST];
    private int size;

    /** A line of a file, which is given by its number. */
    record Place(int file, int line) {}

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /**
     * Remembers the place of an object that was not seen before.
     *
     * @param namespace its namespace; empty where none is written
     * @return where it was seen before
     */
    Optional<Place> put(ManifestDocument object, String namespace, Place place) {
        String version = object.apiVersion();
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        // A line break is in none of them that a server takes.
        String identity = group + '\n' + object.kind() + '\n' + namespace + '\n' + object.name();
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
        long first = hash.getLong();
        long second = hash.getLong();
        int slot = slot(first, second);
        if (places[slot + 1] > 0) {
            return Optional.of(new Place(places[slot], places[slot + 1]));
        }
        hashes[slot] = first;
        hashes[slot + 1] = second;
        places[slot] = place.file();
        places[slot + 1] = place.line();
        size++;
        if (4 * size > hashes.length) {
            grow();
        }
        return Optional.empty();
    }

    /** The place of the hash, or a free one: lines count from 1, so a line of 0 is that. */
    private int slot(long first, long second) {
        int mask = hashes.length - 2;
        int slot = ((int) first << 1) & mask;
        while (places[slot + 1] > 0 && (hashes[slot] != first || hashes[slot + 1] != second)) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldPlaces = places;
        hashes = new long[2 * oldHashes.length];
        places = new int[2 * oldPlaces.length];
        for (int i = 0; i < oldHashes.length; i += 2) {
            if (oldPlaces[i + 1] > 0) {
                int slot = slot(oldHashes[i], oldHashes[i + 1]);
                hashes[slot] = oldHashes[i];
                hashes[slot + 1] = oldHashes[i + 1];
                places[slot] = oldPlaces[i];
                places[slot + 1] = oldPlaces[i + 1];
            }
        }
    }
}
