package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** A volume that a claim requests by name: a {@link PersistentVolume} in the set or an existing one. */
public sealed interface BindableVolume permits PersistentVolume, ExistingVolume {

    /** The name of the volume. */
    String name();

    /** Returns the volume if it already exists in the cluster. */
    Optional<ExistingObject> outside();
}
