package dev.berth.yaml;

import java.util.Locale;

/** Reports a value that cannot be written as YAML; each level of the walk adds its part of the field path. */
final class UnwritableValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private String path = "";

    UnwritableValueException(String rule) {
        super(rule);
    }

    static UnwritableValueException loneSurrogate(char half, int at) {
        String code = Integer.toHexString(half).toUpperCase(Locale.ROOT);
        return new UnwritableValueException(
                "character " + at + " is U+" + code
                        + ", half of a surrogate pair, which YAML cannot contain: use a whole character, or encode the bytes as base64");
    }

    UnwritableValueException inField(String name) {
        path = "." + name + path;
        return this;
    }

    UnwritableValueException inItem(int index) {
        path = "[" + index + "]" + path;
        return this;
    }

    String path() {
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
