package dev.berth.catalog.driver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A parameter that a driver reads from a StorageClass. */
public final class DriverParameter {

    private final String key;
    private final boolean isPrefix;
    private final Optional<String> alias;
    private final List<String> values;
    private final Optional<ParameterForm> form;
    private final Optional<String> defaultValue;
    private final boolean isRequired;
    private final boolean ignoresOtherValues;
    private final Optional<String> flag;

    private DriverParameter(Builder builder) {
        key = builder.key;
        isPrefix = builder.isPrefix;
        alias = builder.alias;
        values = List.copyOf(builder.values);
        form = builder.form;
        defaultValue = builder.defaultValue;
        isRequired = builder.isRequired;
        ignoresOtherValues = builder.ignoresOtherValues;
        flag = builder.flag;
    }

    static Builder named(String key) {
        return new Builder(key, false);
    }

    /** A parameter for each key that starts like this. */
    static Builder startingWith(String prefix) {
        return new Builder(prefix, true);
    }

    /** The key as the driver's documentation spells it, or the start of the key if {@link #isPrefix()}. */
    public String key() {
        return key;
    }

    /** Whether each key that starts with {@link #key()}, in this spelling, is such a parameter. */
    public boolean isPrefix() {
        return isPrefix;
    }

    /** Another key for the same parameter. */
    public Optional<String> alias() {
        return alias;
    }

    /** The key and its alias. */
    public Stream<String> keys() {
        return Stream.concat(Stream.of(key), alias.stream());
    }

    /**
     * The values that work. Empty if not all of them are known. An empty text among them means that the key may stand without a
     * value.
     */
    public List<String> values() {
        return values;
    }

    /** The form of the value. Empty if {@link #values()} lists them, or if any text is accepted. */
    public Optional<ParameterForm> form() {
        return form;
    }

    /** The value that the driver uses if the class does not set the parameter. Empty if the catalog does not say. */
    public Optional<String> defaultValue() {
        return defaultValue;
    }

    /** Whether the driver provisions no volume without it. */
    public boolean isRequired() {
        return isRequired;
    }

    /** Whether the driver silently uses its default in place of a value that it does not know. */
    public boolean ignoresOtherValues() {
        return ignoresOtherValues;
    }

    /** The flag without which the driver refuses the key. */
    public Optional<String> flag() {
        return flag;
    }

    @Override
    public String toString() {
        return isPrefix ? key + "…" : key;
    }

    /** Collects the facts of one parameter. */
    static final class Builder {

        private final String key;
        private final boolean isPrefix;
        private Optional<String> alias = Optional.empty();
        private List<String> values = List.of();
        private Optional<ParameterForm> form = Optional.empty();
        private Optional<String> defaultValue = Optional.empty();
        private boolean isRequired;
        private boolean ignoresOtherValues;
        private Optional<String> flag = Optional.empty();

        private Builder(String key, boolean isPrefix) {
            this.key = key;
            this.isPrefix = isPrefix;
        }

        Builder alias(String other) {
            alias = Optional.of(other);
            return this;
        }

        Builder oneOf(String... allowed) {
            values = List.of(allowed);
            return this;
        }

        Builder form(ParameterForm text) {
            form = Optional.of(text);
            return this;
        }

        Builder form(String pattern, String description) {
            return form(ParameterForm.of(pattern, description));
        }

        Builder defaultsTo(String value) {
            defaultValue = Optional.of(value);
            return this;
        }

        Builder required() {
            isRequired = true;
            return this;
        }

        Builder ignoresOtherValues() {
            ignoresOtherValues = true;
            return this;
        }

        Builder needsFlag(String name) {
            flag = Optional.of(name);
            return this;
        }

        DriverParameter build() {
            return new DriverParameter(this);
        }
    }
}
