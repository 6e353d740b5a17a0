package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/**
 * The container runtime of pods: a {@code RuntimeClass} in the set (package {@code dev.berth.scheduling}), or an
 * existing one.
 */
public interface RuntimeClassSource {

    /** The name of the class. */
    String name();

    /** The class, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
