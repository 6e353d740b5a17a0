package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** A StorageClass that a claim names: one in the set (the module berth-volumes declares them), or an existing one. */
public interface StorageClassSource {

    /** The name of the class. */
    String name();

    /** The class, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
