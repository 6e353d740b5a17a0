package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/** An account by which pods speak to the API server: a {@link ServiceAccount} of the set, or an existing one. */
public sealed interface ServiceAccountSource permits ServiceAccount, ExistingServiceAccount {

    /** The name of the account. */
    String name();

    /** The account, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
