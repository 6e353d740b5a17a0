package dev.berth.volumes.snapshot;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** The driver and the policy of a snapshot: a {@link VolumeSnapshotClass} in the set, or an existing one. */
public sealed interface VolumeSnapshotClassSource permits VolumeSnapshotClass, ExistingVolumeSnapshotClass {

    /** The name of the class. */
    String name();

    /** Returns the class if it already exists in the cluster. */
    Optional<ExistingObject> outside();
}
