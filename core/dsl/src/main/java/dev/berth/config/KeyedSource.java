package dev.berth.config;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** What has keys that containers read: a ConfigMap or a Secret, of the set or existing. */
public interface KeyedSource {

    /** The name of the object. */
    String name();

    /** The object, when it lives outside of the rendered set; its keys can't be checked then. */
    Optional<ExistingObject> outside();

    /**
     * Gives the key back, if the object has it.
     *
     * @throws dev.berth.value.InvalidValueException when the object is of the set and has no such key, with the keys
     *     that it has
     */
    String requireKey(String key);

    /**
     * An environment variable with the name of a key and its value.
     *
     * @throws dev.berth.value.InvalidValueException when there is no such key
     */
    default EnvVar env(String key) {
        return env(key, key);
    }

    /**
     * An environment variable with the value of a key. The container does not start while the key is missing, and does
     * not see a later change of the value before it restarts.
     *
     * @throws dev.berth.value.InvalidValueException when there is no such key, or the name is none of a variable
     */
    EnvVar env(String name, String key);

    /**
     * An environment variable for every key. Keys that are no names of variables are skipped by Kubernetes, with an event
     * on the pod.
     */
    EnvFrom envFrom();
}
