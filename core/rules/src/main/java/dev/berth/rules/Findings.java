package dev.berth.rules;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one object, in the order in which the rules find it. */
public final class Findings {
    private final List<Finding> found = new ArrayList<>();

    /** The value breaks a rule of its field. */
    public void invalid(Rule rule, FieldPath field, @Nullable Object value, String should) {
        add(rule, field, FindingType.INVALID, quoted(value) + ": " + should);
    }

    /** The field has to be there. */
    public void required(Rule rule, FieldPath field, String why) {
        add(rule, field, FindingType.REQUIRED, why);
    }

    /** The text has to be there; answers whether it is. */
    public boolean requireText(Rule rule, FieldPath field, @Nullable String value) {
        boolean present = !Zero.isEmpty(value);
        if (!present) {
            required(rule, field, "");
        }
        return present;
    }

    /** The value is none of a closed list. */
    public void notSupported(Rule rule, FieldPath field, @Nullable Object value, Collection<String> supported) {
        add(rule, field, FindingType.NOT_SUPPORTED, quoted(value) + ": one of " + String.join(", ", supported));
    }

    /** The field may not be there. */
    public void forbidden(Rule rule, FieldPath field, String why) {
        add(rule, field, FindingType.FORBIDDEN, why);
    }

    /** The value is there twice. */
    public void duplicate(Rule rule, FieldPath field, @Nullable Object value) {
        add(rule, field, FindingType.DUPLICATE, quoted(value));
    }

    /** The text or map is longer than {@code limit}. */
    public void tooLong(Rule rule, FieldPath field, int limit, String unit) {
        add(rule, field, FindingType.TOO_LONG, "at most " + limit + " " + unit);
    }

    /** The list has more than {@code limit} elements. */
    public void tooMany(Rule rule, FieldPath field, int actual, int limit) {
        add(rule, field, FindingType.TOO_MANY, actual + ": at most " + limit);
    }

    /** The value refers to something that is not there. */
    public void notFound(Rule rule, FieldPath field, @Nullable Object value) {
        add(rule, field, FindingType.NOT_FOUND, quoted(value));
    }

    /** A finding of any type. */
    public void add(Rule rule, FieldPath field, FindingType type, String detail) {
        String message = detail.isEmpty() ? type.label() : type.label() + ": " + detail;
        found.add(Finding.of(rule, field.toString(), type, message));
    }

    /** The value has to be one of a closed list. */
    public void oneOf(Rule rule, FieldPath field, @Nullable String value, Collection<String> supported) {
        String text = Zero.text(value);
        if (!supported.contains(text)) {
            notSupported(rule, field, text, supported);
        }
    }

    /** The number has to be within a range, both ends inclusive. */
    public void within(Rule rule, FieldPath field, long value, long least, long most) {
        if (value < least || value > most) {
            invalid(rule, field, value, "must be between " + least + " and " + most + ", both inclusive");
        }
    }

    /** The number may not be negative. */
    public void notNegative(Rule rule, FieldPath field, long value) {
        if (value < 0) {
            invalid(rule, field, value, "may not be negative");
        }
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** How many were found so far, to see whether a step found any. */
    public int size() {
        return found.size();
    }

    /** What was found, in the order in which the rules found it. */
    public List<Finding> list() {
        return List.copyOf(found);
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
