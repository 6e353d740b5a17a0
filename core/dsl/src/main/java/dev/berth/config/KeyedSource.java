package dev.berth.config;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** An object with keys that containers read: a ConfigMap or a Secret, in the set or existing. */
public interface KeyedSource {

    /** The name of the object. */
    String name();

    /** The object, if it is outside the rendered set. Its keys cannot be checked then. */
    Optional<ExistingObject> outside();

    /**
     * Returns the key if the object has it.
     *
     * @throws dev.berth.value.InvalidValueException if the object is in the set and does not have the key; the message
     *     lists its keys
     */
    String requireKey(String key);

    /**
     * An environment variable with the name of a key and its value.
     *
     * @throws dev.berth.value.InvalidValueException if there is no such key
     */
    default EnvVar env(String key) {
        return env(key, key);
    }

    /**
     * An environment variable with the value of a key. The container does not start while the key is missing, and does
     * not see a later change of the value before it restarts.
     *
     * @throws dev.berth.value.InvalidValueException if there is no such key, or the name is not a valid environment
     *     variable name
     */
    EnvVar env(String name, String key);

    /**
     * An environment variable for every key. Kubernetes skips keys that are not valid variable names, with an event on
     * the pod.
     */
    EnvFrom envFrom();
}
