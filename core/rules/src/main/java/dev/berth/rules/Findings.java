package dev.berth.rules;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the findings for one object, in the order in which the rules report them. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    /** The value breaks a rule of its field. */
    public void invalid(Rule rule, FieldPath field, @Nullable Object value, String should) {
        add(rule, field, FindingType.INVALID, quoted(value) + ": " + should);
    }

    /** The field is required. */
    public void required(Rule rule, FieldPath field, String why) {
        add(rule, field, FindingType.REQUIRED, why);
    }

    /** Requires a string that is not empty, and returns whether there is one. */
    public boolean requireText(Rule rule, FieldPath field, @Nullable String value) {
        boolean present = !Zero.isEmpty(value);
        if (!present) {
            required(rule, field, "");
        }
        return present;
    }

    /** The value is not in a closed list. */
    public void notSupported(Rule rule, FieldPath field, @Nullable Object value, Collection<String> supported) {
        add(rule, field, FindingType.NOT_SUPPORTED, quoted(value) + ": must be " + choice(supported));
    }

    /** The field is not allowed. */
    public void forbidden(Rule rule, FieldPath field, String why) {
        add(rule, field, FindingType.FORBIDDEN, why);
    }

    /** The value is a duplicate. */
    public void duplicate(Rule rule, FieldPath field, @Nullable Object value) {
        add(rule, field, FindingType.DUPLICATE, quoted(value));
    }

    /** The string or map is longer than {@code limit}. */
    public void tooLong(Rule rule, FieldPath field, int limit, String unit) {
        add(rule, field, FindingType.TOO_LONG, "must have at most " + limit + " " + unit);
    }

    /** The list has more than {@code limit} elements. */
    public void tooMany(Rule rule, FieldPath field, int actual, int limit) {
        add(rule, field, FindingType.TOO_MANY, actual + ": must have at most " + limit + " items");
    }

    /** The value refers to something that does not exist. */
    public void notFound(Rule rule, FieldPath field, @Nullable Object value) {
        add(rule, field, FindingType.NOT_FOUND, quoted(value));
    }

    /** Adds a finding of any type. */
    public void add(Rule rule, FieldPath field, FindingType type, String detail) {
        String message = detail.isEmpty() ? type.label() : type.label() + ": " + detail;
        found.add(Finding.of(rule, field.toString(), type, message));
    }

    /** Requires a value from a closed list. */
    public void oneOf(Rule rule, FieldPath field, @Nullable String value, Collection<String> supported) {
        String text = Zero.text(value);
        if (!supported.contains(text)) {
            notSupported(rule, field, text, supported);
        }
    }

    /** Requires a number within a range, inclusive. */
    public void within(Rule rule, FieldPath field, long value, long least, long most) {
        if (value < least || value > most) {
            invalid(rule, field, value, "must be between " + least + " and " + most + ", inclusive");
        }
    }

    /** Requires a number that is not negative. */
    public void notNegative(Rule rule, FieldPath field, long value) {
        if (value < 0) {
            invalid(rule, field, value, "must not be negative");
        }
    }

    /** Returns whether there are no findings. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the number of findings so far, to see whether a step added any. */
    public int size() {
        return found.size();
    }

    /** Returns the findings in the order in which the rules reported them. */
    public List<Finding> list() {
        return List.copyOf(found);
    }

    private static String choice(Collection<String> supported) {
        String list = String.join(", ", supported);
        if (supported.size() > 1) {
            return "one of " + list;
        }
        return list.isEmpty() ? "empty" : list;
    }

    private static String quoted(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return '"' + shortened(text.toString()) + '"';
        }
        return value == null ? "null" : shortened(value.toString());
    }

    private static String shortened(String text) {
        String line = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
}
