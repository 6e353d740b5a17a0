package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.format.Amount;

/** Reads fields of a decoded object, in which a field that is absent has the zero value of its type. */
final class Tree {
    private Tree() {}

    /** The text of a field; empty if it is absent. */
    static String text(JsonNode object, String field) {
        String text = object.path(field).textValue();
        return text == null ? "" : text;
    }

    /** Whether the amount is not a whole number, of bytes for example; an absent one is zero. */
    static boolean isFraction(JsonNode quantity) {
        if (!quantity.isValueNode() || quantity.isNull()) {
            return false;
        }
        try {
            return !Amount.parse(quantity.asText()).isWhole();
        } catch (NumberFormatException notQuantity) {
            return false;
        }
    }
}
