package dev.berth.rules.decode;

/** The type that a field has in the Go types of Kubernetes. */
sealed interface FieldType {

    /** A single value. */
    enum Scalar implements FieldType {
        STRING("a string"),
        BOOL("a boolean"),
        INT32("an integer"),
        INT64("an integer"),
        BYTES("base64 text"),
        QUANTITY("a quantity"),
        INT_OR_STRING("an integer or a string"),
        TIME("a time"),
        /** Raw JSON, which the server keeps as it is. */
        ANY("anything");

        private final String noun;

        Scalar(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }
    }

    /** A list. */
    record ListOf(FieldType element) implements FieldType {}

    /** A map with free keys. */
    record MapOf(FieldType value) implements FieldType {}

    /** An object with known fields. */
    record ObjectOf(ObjectSchema schema) implements FieldType {}
}
