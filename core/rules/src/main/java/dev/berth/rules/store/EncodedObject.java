package dev.berth.rules.store;

/** A {@link StoredObject} in the form in which its {@link DocumentStore} keeps it. */
public final class EncodedObject {

    final byte[] bytes;

    EncodedObject(byte[] bytes) {
        this.bytes = bytes;
    }
}
