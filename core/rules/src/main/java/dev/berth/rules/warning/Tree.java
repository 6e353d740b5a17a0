package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.format.Amount;

/** Reads fields of a decoded object, in which a field that is absent has the zero value of its type. */
final class Tree {
    /** A point, a suffix below one, or the sign of an exponent: without these, an amount is whole. */
    private static final String MAKES_FRACTIONS = ".mun-";

    private Tree() {}

    /** The text of a field; empty if it is absent. */
    static String text(JsonNode object, String field) {
        String text = object.path(field).textValue();
        return text == null ? "" : text;
    }

    private static boolean mayBeFraction(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (MAKES_FRACTIONS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the amount is not a whole number, of bytes for example; an absent one is zero. */
    static boolean isFraction(JsonNode quantity) {
        if (!quantity.isValueNode() || quantity.isNull()) {
            return false;
        }
        String text = quantity.asText();
        if (!mayBeFraction(text)) {
            return false;
        }
        try {
            return !Amount.parse(text).isWhole();
        } catch (NumberFormatException notQuantity) {
            return false;
        }
    }
}
