package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** The identity that pods use for the API server: a {@link ServiceAccount} in the set, or an existing one. */
public sealed interface ServiceAccountSource permits ServiceAccount, ExistingServiceAccount {

    /** The name of the ServiceAccount. */
    String name();

    /** The ServiceAccount, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
