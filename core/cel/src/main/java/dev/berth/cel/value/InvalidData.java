package dev.berth.cel.value;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;

/**
 * A value that does not have the type of its schema, such as {@code 1.0} for an integer. Every function that uses it
 * fails; an expression that does not use it does not notice.
 */
public final class InvalidData extends CelValue {
    private final String problem;

    InvalidData(String problem) {
        this.problem = problem;
    }

    /** Returns what is wrong, in the words of the server. */
    public String problem() {
        return problem;
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return SimpleType.ERROR;
    }

    @Override
    public String toString() {
        return problem;
    }
}
