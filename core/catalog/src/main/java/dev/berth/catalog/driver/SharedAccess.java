package dev.berth.catalog.driver;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a driver requires of volumes that several nodes use at once.
 *
 * @param accessModes the access modes of claims that this is about
 * @param isPossible whether the driver has such volumes at all
 * @param needsBlock whether only block devices can be shared
 * @param parameter the parameter that only some values of allow it; empty if it is allowed for all
 * @param values what the value of the parameter must match
 */
public record SharedAccess(
        List<String> accessModes, boolean isPossible, boolean needsBlock, String parameter, String values) {

    static final String READ_WRITE_MANY = "ReadWriteMany";
    static final String READ_ONLY_MANY = "ReadOnlyMany";

    /** Copies the list. */
    public SharedAccess {
        accessModes = List.copyOf(accessModes);
    }

    static SharedAccess never(String... accessModes) {
        return new SharedAccess(List.of(accessModes), false, false, "", "");
    }

    static SharedAccess of(boolean needsBlock, String parameter, String values, String... accessModes) {
        return new SharedAccess(List.of(accessModes), true, needsBlock, parameter, values);
    }

    /** Whether a claim can have this, given the value of each parameter of its class. */
    boolean permits(boolean block, UnaryOperator<String> parameters) {
        return isPossible
                && (block || !needsBlock)
                && (parameter.isEmpty() || parameters.apply(parameter).matches(values));
    }
}
