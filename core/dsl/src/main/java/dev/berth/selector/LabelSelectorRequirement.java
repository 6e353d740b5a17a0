package dev.berth.selector;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.List;

/** A condition on one label. A selector matches if all of its conditions do. */
public final class LabelSelectorRequirement {

    private final String key;
    private final String operator;
    private final List<String> values;

    private LabelSelectorRequirement(String key, String operator, List<String> values) {
        NameFormat.QUALIFIED_NAME.require("LabelSelectorRequirement key", key);
        values.forEach(
                value -> NameFormat.LABEL_VALUE.require("LabelSelectorRequirement \"" + key + "\" value", value));
        this.key = key;
        this.operator = operator;
        this.values = values;
    }

    /** The label has this value. */
    public static LabelSelectorRequirement is(String key, String value) {
        return new LabelSelectorRequirement(key, "In", List.of(value));
    }

    /**
     * The label has one of these values.
     *
     * @throws InvalidValueException if there is no value
     */
    public static LabelSelectorRequirement in(String key, String... values) {
        return new LabelSelectorRequirement(key, "In", some(key, values));
    }

    /**
     * The label has none of these values, or is absent.
     *
     * @throws InvalidValueException if there is no value
     */
    public static LabelSelectorRequirement notIn(String key, String... values) {
        return new LabelSelectorRequirement(key, "NotIn", some(key, values));
    }

    /** The label is present, with any value. */
    public static LabelSelectorRequirement exists(String key) {
        return new LabelSelectorRequirement(key, "Exists", List.of());
    }

    /** The label is absent. */
    public static LabelSelectorRequirement doesNotExist(String key) {
        return new LabelSelectorRequirement(key, "DoesNotExist", List.of());
    }

    private static List<String> some(String key, String... values) {
        if (values.length == 0) {
            throw new InvalidValueException(
                    "LabelSelectorRequirement \"" + key + "\": values: Required value: add at least one");
        }
        return List.of(values);
    }

    /** The condition as a requirement of a label selector. */
    public io.fabric8.kubernetes.api.model.LabelSelectorRequirement toModel() {
        return new io.fabric8.kubernetes.api.model.LabelSelectorRequirement(
                key, operator, values.isEmpty() ? null : values);
    }

    /** The label's key. */
    public String key() {
        return key;
    }

    /** The operator as in the API. */
    public String operator() {
        return operator;
    }

    /** The values that the operator compares with. Empty for {@code Exists} and {@code DoesNotExist}. */
    public List<String> values() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelSelectorRequirement that && toModel().equals(that.toModel());
    }

    @Override
    public int hashCode() {
        return toModel().hashCode();
    }

    @Override
    public String toString() {
        return key + " " + operator + " " + values;
    }
}
