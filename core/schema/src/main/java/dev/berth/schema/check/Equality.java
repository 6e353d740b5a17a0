package dev.berth.schema.check;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a value is the one of an enum, after the conversion of Go from the type of one to that of the other. */
final class Equality {
    private Equality() {}

    /** Mirrors {@code basicCommonValidator.Validate}: a null in an enum is never a match. */
    static boolean inEnum(JsonNode value, JsonNode allowed) {
        if (value.isNull() || allowed.isNull()) {
            return false;
        }
        if (value.isNumber() && allowed.isNumber()) {
            return allowed.isIntegralNumber()
                    ? GoNumbers.toLong(value) == allowed.longValue()
                    : value.doubleValue() == allowed.doubleValue();
        }
        // Go converts an integer to the character of this number.
        if (value.isIntegralNumber() && allowed.isTextual()) {
            return allowed.textValue().equals(GoNumbers.character(value.longValue()));
        }
        return value.equals(allowed);
    }
}
