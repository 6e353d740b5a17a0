package dev.berth.object;

import java.util.Objects;
import java.util.Optional;

/**
 * A field of an object that names another object, or a key in it.
 *
 * <p>An environment variable from a Secret has two references: one to the Secret ({@code …secretKeyRef.name}, no key)
 * and one to the key in it ({@code …secretKeyRef.key}). If the object is missing, the first fails; if only the key is
 * missing, the second fails.
 *
 * @param fieldPath the field path of the name, in the API server's form: {@code spec.volumes[0].configMap.name}
 * @param kind the kind of the named object: {@code ConfigMap}
 * @param namespace the namespace of the named object: defaults to the namespace of the object that refers to it; empty
 *     if the kind has no namespace, or if the object that refers to it leaves the namespace to the command that applies
 *     it
 * @param name the name
 * @param key the key in the named ConfigMap or Secret; empty for a reference to the whole object
 * @param optional whether Kubernetes continues without it
 */
public record Reference(
        String fieldPath,
        String kind,
        Optional<String> namespace,
        String name,
        Optional<String> key,
        boolean optional) {

    /** Creates a reference from its parts. */
    public Reference {
        Objects.requireNonNull(fieldPath, "fieldPath");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
    }
}
