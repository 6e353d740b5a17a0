package dev.berth.volumes.format;

import dev.berth.value.InvalidValueException;

/** The range of a number that a storage driver accepts. */
public final class NumberRange {

    private NumberRange() {}

    /**
     * Returns the number.
     *
     * @throws InvalidValueException if the number is not between the bounds, inclusive
     */
    public static int require(String what, int amount, int lowest, int highest) {
        if (amount < lowest || amount > highest) {
            throw InvalidValueException.of(what, amount, "must be between " + lowest + " and " + highest);
        }
        return amount;
    }

    /**
     * Returns the number.
     *
     * @throws InvalidValueException if the number is below 1
     */
    public static int requirePositive(String what, int amount) {
        if (amount < 1) {
            throw InvalidValueException.of(what, amount, "must be at least 1");
        }
        return amount;
    }
}
