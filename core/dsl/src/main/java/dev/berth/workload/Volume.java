package dev.berth.workload;

import dev.berth.object.ExistingObject;
import java.util.Set;

/** A volume of a pod. The module berth-volumes has a declaration for each type. */
public abstract non-sealed class Volume implements Mountable {

    /** Made by the declarations of each type of volume. */
    protected Volume() {}

    /** The volume in the model, made anew by each call. */
    public abstract io.fabric8.kubernetes.api.model.Volume toModel();

    /** The objects that it reads and that live outside of the rendered set; none unless its declaration says so. */
    public Set<ExistingObject> existing() {
        return Set.of();
    }
}
