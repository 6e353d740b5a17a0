package dev.berth.catalog.driver;

import java.util.function.UnaryOperator;

/**
 * The sizes of the volumes that a driver provisions for certain classes.
 *
 * @param parameter the parameter that tells these classes from others; empty for all classes
 * @param values what the value of the parameter matches
 * @param leastGibi the smallest size in GiB; 0 if the driver rounds any smaller request up
 * @param mostGibi the largest size in GiB
 */
public record SizeRange(String parameter, String values, long leastGibi, long mostGibi) {

    private static final long GIBI_PER_TEBI = 1024;

    static SizeRange upToTebi(long most) {
        return upToTebi(most, "", "");
    }

    static SizeRange upToTebi(long most, String parameter, String values) {
        return new SizeRange(parameter, values, 0, most * GIBI_PER_TEBI);
    }

    /** Whether this is the range of a class, given by the value of each parameter. */
    boolean isOf(UnaryOperator<String> parameters) {
        return parameter.isEmpty() || parameters.apply(parameter).matches(values);
    }
}
