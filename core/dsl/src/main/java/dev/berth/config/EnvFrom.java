package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import java.util.Optional;

/** An environment variable for every key of a ConfigMap or a Secret. */
public final class EnvFrom {

    private final EnvFromSource model;
    private final Optional<ExistingObject> outside;

    private EnvFrom(EnvFromSource model, Optional<ExistingObject> outside) {
        this.model = model;
        this.outside = outside;
    }

    static EnvFrom of(EnvFromSource model, Optional<ExistingObject> outside) {
        return new EnvFrom(model, outside);
    }

    /**
     * Returns a copy with this prefix before the name of each variable.
     *
     * @throws InvalidValueException if the prefix cannot start the name of a variable
     */
    public EnvFrom prefix(String prefix) {
        if (!prefix.matches("[-._a-zA-Z][-._a-zA-Z0-9]*")) {
            throw InvalidValueException.of(
                    "EnvFrom prefix", prefix, "must be letters, digits, '-', '_' or '.', and not start with a digit");
        }
        return new EnvFrom(model.toBuilder().withPrefix(prefix).build(), outside);
    }

    /** The ConfigMap or Secret that is read, if it is outside the rendered set. */
    public Optional<ExistingObject> outside() {
        return outside;
    }

    /** The variables as a fabric8 model. */
    public EnvFromSource toModel() {
        return model.toBuilder().build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvFrom that && model.equals(that.model) && outside.equals(that.outside);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return "EnvFrom{" + model + "}";
    }
}
