package dev.berth.config;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.EnvVarSourceBuilder;
import java.util.Optional;

/**
 * An environment variable of a container: a string, a key of a ConfigMap or a Secret, or a field of the pod.
 */
public final class EnvVar {

    private final io.fabric8.kubernetes.api.model.EnvVar model;
    private final Optional<ExistingObject> outside;

    private EnvVar(io.fabric8.kubernetes.api.model.EnvVar model, Optional<ExistingObject> outside) {
        this.model = model;
        this.outside = outside;
    }

    /**
     * A variable with a string. In the string, {@code $(NAME)} stands for a variable declared before it, and {@code $$}
     * for a dollar sign.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a valid environment variable name; Kubernetes
     *     1.36, {@code IsEnvVarName}
     */
    public static EnvVar of(String name, String value) {
        return new EnvVar(
                new EnvVarBuilder().withName(checked(name)).withValue(value).build(), Optional.empty());
    }

    /** The same, for text such as the address of a pod: {@code EnvVar.of("PRIMARY", set.address(0, sql))}. */
    public static EnvVar of(String name, CharSequence value) {
        return of(name, value.toString());
    }

    /** A variable with a field of the pod, such as its name, its address or its node. */
    public static EnvVar of(String name, FieldRef field) {
        return from(
                name,
                new EnvVarSourceBuilder()
                        .withNewFieldRef()
                        .withFieldPath(field.path())
                        .endFieldRef()
                        .build(),
                Optional.empty());
    }

    /** A variable with a resource request or limit of the container, in bytes or whole cores. */
    public static EnvVar of(String name, ResourceFieldRef field) {
        return from(
                name,
                new EnvVarSourceBuilder()
                        .withNewResourceFieldRef()
                        .withResource(field.resource())
                        .endResourceFieldRef()
                        .build(),
                Optional.empty());
    }

    static EnvVar from(String name, EnvVarSource source, Optional<ExistingObject> outside) {
        return new EnvVar(
                new EnvVarBuilder()
                        .withName(checked(name))
                        .withValueFrom(source)
                        .build(),
                outside);
    }

    private static String checked(String name) {
        return NameFormat.ENV_NAME.require("EnvVar name", name);
    }

    /** The name of the variable. */
    public String name() {
        return model.getName();
    }

    /** The ConfigMap or Secret that the variable reads, if it is outside the rendered set. */
    public Optional<ExistingObject> outside() {
        return outside;
    }

    /** The variable as a fabric8 model. */
    public io.fabric8.kubernetes.api.model.EnvVar toModel() {
        return model.toBuilder().build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EnvVar that && model.equals(that.model) && outside.equals(that.outside);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    /** The name only, because the value may be confidential. */
    @Override
    public String toString() {
        return "EnvVar{" + model.getName() + "}";
    }
}
