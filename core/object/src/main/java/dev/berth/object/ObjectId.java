package dev.berth.object;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/**
 * The identity of an object in the API server. It does not include the version: {@code v1} and {@code v1beta1} of a
 * group are two views of the same object.
 *
 * @param group the API group, empty for the core group
 * @param kind the kind
 * @param namespace the namespace, empty for an object without one
 * @param name the name
 */
public record ObjectId(String group, String kind, String namespace, String name) {

    /** No object: what a finding about a file or a text that is not an object is about. */
    public static final ObjectId NONE = new ObjectId("", "", "", "");

    /** Returns the identity of a model object. */
    public static ObjectId of(HasMetadata model) {
        return of(
                model.getApiVersion(),
                model.getKind(),
                Objects.requireNonNullElse(model.getMetadata().getNamespace(), ""),
                Objects.requireNonNullElse(model.getMetadata().getName(), ""));
    }

    /** The identity of an object of this version, such as {@code v1} or {@code apps/v1}. */
    public static ObjectId of(String apiVersion, String kind, String namespace, String name) {
        int slash = apiVersion.indexOf('/');
        return new ObjectId(slash < 0 ? "" : apiVersion.substring(0, slash), kind, namespace, name);
    }

    /** Whether it identifies no object. */
    public boolean isNone() {
        return kind.isEmpty();
    }

    /** Returns the kind and name as messages show them: {@code StatefulSet "postgres"}. */
    @Override
    public String toString() {
        return kind + " \"" + name + "\"" + (namespace.isEmpty() ? "" : " in namespace \"" + namespace + "\"");
    }
}
