package dev.berth.catalog.driver;

import java.util.regex.Pattern;

/**
 * The form that the value of a parameter must have.
 *
 * @param pattern what the whole value matches
 * @param description the form in words that follow "is not", such as {@code a number}
 */
public record ParameterForm(Pattern pattern, String description) {

    static ParameterForm of(String pattern, String description) {
        return new ParameterForm(Pattern.compile(pattern), description);
    }

    /** Whether a value has the form. */
    public boolean matches(String value) {
        return pattern.matcher(value).matches();
    }
}
