package dev.berth.volumes;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** A claim that pods mount: a {@link PersistentVolumeClaim} in the set or an existing one. */
public sealed interface ClaimSource permits PersistentVolumeClaim, ExistingClaim {

    /** The name of the claim. */
    String name();

    /** Returns the claim if it already exists in the cluster. */
    Optional<ExistingObject> outside();
}
