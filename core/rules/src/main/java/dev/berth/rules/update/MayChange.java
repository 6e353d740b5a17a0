package dev.berth.rules.update;

import java.util.List;

/** Whether a field is one of those that may change, or is inside one. */
final class MayChange {

    private MayChange() {}

    static boolean isIn(List<String> fields, String field) {
        return fields.stream().anyMatch(allowed -> isWithin(allowed, field));
    }

    private static boolean isWithin(String allowed, String field) {
        return field.startsWith(allowed)
                && (field.length() == allowed.length() || ".[".indexOf(field.charAt(allowed.length())) >= 0);
    }
}
