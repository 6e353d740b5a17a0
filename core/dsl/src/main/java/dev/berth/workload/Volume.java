package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Set;

/** A volume of a pod. The module berth-volumes has a declaration for each type. */
public abstract non-sealed class Volume implements Mountable {

    /** For the declarations of the volume types. */
    protected Volume() {}

    /** The volume as a fabric8 model. Each call returns a new object. */
    public abstract io.fabric8.kubernetes.api.model.Volume toModel();

    /** The objects outside the rendered set that the volume refers to. Empty by default. */
    public Set<ExistingObject> existing() {
        return Set.of();
    }
}
