package dev.berth.object;

import java.util.Objects;
import java.util.Optional;

/**
 * One field of an object that names another object, or one key in it.
 *
 * <p>An environment variable from a Secret gives two references: one to the Secret ({@code …secretKeyRef.name}, no key)
 * and one to the key in it ({@code …secretKeyRef.key}). What lacks the object fails at the first, what has the object and
 * lacks the key at the second.
 *
 * @param fieldPath where the name stands, in the API server's form: {@code spec.volumes[0].configMap.name}
 * @param kind the kind that is named: {@code ConfigMap}
 * @param namespace the namespace that it must be in: the one that the field gives, else that of the object that refers;
 *     empty where the named kind has none, or where the object that refers leaves it to the command that applies it
 * @param name the name
 * @param key the key in the named ConfigMap or Secret; empty where the whole object is meant
 * @param optional whether Kubernetes carries on without it
 */
public record Reference(
        String fieldPath,
        String kind,
        Optional<String> namespace,
        String name,
        Optional<String> key,
        boolean optional) {

    /** Makes a reference from its parts. */
    public Reference {
        Objects.requireNonNull(fieldPath, "fieldPath");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }
}
