package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Optional;

/**
 * The parameters that a driver applies to a volume: a VolumeAttributesClass in the set (the module berth-volumes
 * declares them), or an existing one.
 */
public interface VolumeAttributesClassSource {

    /**
     * A class that already exists in the cluster.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    static VolumeAttributesClassSource existing(String name) {
        return new ExistingVolumeAttributesClass(name);
    }

    /** The name of the class. */
    String name();

    /** The class, if it is outside the rendered set. */
    Optional<ExistingObject> outside();
}
