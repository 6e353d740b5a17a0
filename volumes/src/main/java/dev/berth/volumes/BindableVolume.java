package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** A volume that a claim asks for by name: a {@link PersistentVolume} of the set, or an existing one. */
public sealed interface BindableVolume permits PersistentVolume, ExistingVolume {

    /** The name of the volume. */
    String name();

    /** The volume, when it lives outside of the rendered set. */
    Optional<ExistingObject> outside();
}
