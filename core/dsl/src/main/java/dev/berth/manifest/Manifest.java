package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.object.ExistingObject;
import dev.berth.yaml.Comments;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.Map;
import java.util.Set;

/** A declared Kubernetes object: its fabric8 model, and what its declaration adds to it. */
public interface Manifest {

    /**
     * The object as a fabric8 model. Each call returns a new object, cannot fail, and adds nothing to the declaration.
     */
    HasMetadata toModel();

    /**
     * The object in a file with this namespace. An object of a cluster-scoped kind has no namespace, and a {@link
     * RawManifest} may set its own.
     */
    default HasMetadata toModel(Namespace namespace) {
        HasMetadata model = toModel();
        if (model instanceof Namespaced && model.getMetadata().getNamespace() == null) {
            model.getMetadata().setNamespace(namespace.name());
        }
        return model;
    }

    /** The comments in its rendered YAML. Empty by default. */
    default Comments comments() {
        return Comments.none();
    }

    /** The objects outside the set that it refers to. Empty by default. */
    default Set<ExistingObject> existing() {
        return Set.of();
    }

    /**
     * The findings that are intended: the ID of each rule and the reason. Empty by default.
     */
    default Map<String, String> acknowledgements() {
        return Map.of();
    }

    /** Where the object was declared, for messages. */
    Declaration declaration();
}
