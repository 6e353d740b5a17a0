package dev.berth.cel.cost;

import org.jspecify.annotations.Nullable;

/**
 * What a call costs.
 *
 * @param cost the cost without that of the arguments
 * @param size the size of the result; null if it is unknown
 */
record CallCost(Range cost, @Nullable Range size) {
    static final CallCost ONE = new CallCost(Range.ONE, null);

    static CallCost of(Range cost) {
        return new CallCost(cost, null);
    }
}
