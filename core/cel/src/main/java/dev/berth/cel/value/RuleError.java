package dev.berth.cel.value;

import dev.cel.common.CelErrorCode;
import dev.cel.common.exceptions.CelRuntimeException;

/** An expression that cannot be evaluated for these values: a key that is missing, a string that is no quantity. */
public final class RuleError extends CelRuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    /** An error with this text. */
    public RuleError(String problem) {
        super(new IllegalArgumentException(problem), CelErrorCode.INVALID_ARGUMENT);
        this.problem = problem;
    }

    /** Values of types for which the function is not declared. */
    public static RuleError noSuchOverload() {
        return new RuleError("no such overload");
    }

    @Override
    public String getMessage() {
        return problem;
    }
}
