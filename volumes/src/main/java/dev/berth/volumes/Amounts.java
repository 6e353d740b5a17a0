package dev.berth.volumes;

import dev.berth.value.InvalidValueException;

/** The rule for a number that a driver takes between two bounds. */
final class Amounts {

    private Amounts() {}

    static int require(String what, int amount, int lowest, int highest) {
        if (amount < lowest || amount > highest) {
            throw InvalidValueException.of(what, amount, "must be between " + lowest + " and " + highest);
        }
        return amount;
    }

    static int requirePositive(String what, int amount) {
        if (amount < 1) {
            throw InvalidValueException.of(what, amount, "must be at least 1");
        }
        return amount;
    }
}
