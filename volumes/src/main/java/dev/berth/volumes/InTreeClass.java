package dev.berth.volumes;

import dev.berth.yaml.Comments;
import java.util.Map;
import java.util.Optional;

/** A class of a provisioner that was part of Kubernetes and is no more, with its parameters as they are. */
abstract class InTreeClass extends StorageClassFields {

    InTreeClass() {}

    /** The version of Kubernetes that removed the provisioner. */
    abstract String removedIn();

    /** The name of the driver that replaced the provisioner. */
    abstract String replacement();

    // Declared again, so that they can be given.
    @Override
    public abstract Map<String, String> parameters();

    @Override
    public Comments comments() {
        String replaced = "Deprecated: Kubernetes " + removedIn() + " removed " + provisioner() + ". The driver "
                + replacement() + " replaced it.";
        return Comments.of(Optional.empty(), Map.of("provisioner", replaced)).and(super.comments());
    }
}
