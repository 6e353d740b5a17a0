package dev.berth.manifest;

import dev.berth.object.Declaration;
import dev.berth.object.ExistingObject;
import dev.berth.yaml.Comments;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Set;

/** A declared Kubernetes object: what it is in the fabric8 model, and what its declaration says beyond that. */
public interface Manifest {

    /**
     * The object in the fabric8 model, made anew by each call. It cannot fail, and adds nothing that the declaration
     * does not say.
     */
    HasMetadata toModel();

    /** The comments that its rendered YAML carries; none unless the declaration gives some. */
    default Comments comments() {
        return Comments.none();
    }

    /** The objects that it refers to and that live outside of the set; none unless the declaration says so. */
    default Set<ExistingObject> existing() {
        return Set.of();
    }

    /**
     * What is known and meant although the cluster can't run it as it stands: the ID of the rule, and the reason. None
     * unless the declaration says so.
     */
    default Map<String, String> acknowledgements() {
        return Map.of();
    }

    /** Where it was declared, for messages. */
    Declaration declaration();
}
