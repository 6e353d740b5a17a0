package dev.berth.volumes.storageclass;

import dev.berth.catalog.driver.InTreePlugin;
import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.yaml.Comments;
import java.util.Map;
import java.util.Optional;

/** A StorageClass of a provisioner that Kubernetes has removed, with its parameters unchanged. */
public abstract class InTreeClass extends StorageClassFields {

    /** For the StorageClasses of each provider. */
    protected InTreeClass() {}

    /** Returns the name of the driver that replaced the provisioner. */
    protected abstract String driver();

    private InTreePlugin plugin() {
        return StorageDrivers.named(driver()).orElseThrow().inTree().orElseThrow();
    }

    /** Returns the name of the provisioner, which was a plugin of Kubernetes. */
    @Override
    public String provisioner() {
        return plugin().name();
    }

    // Redeclared as an attribute of the builder.
    @Override
    public abstract Map<String, String> parameters();

    @Override
    public Comments comments() {
        String replaced = "Deprecated: Kubernetes " + plugin().removedIn().orElseThrow() + " removed " + provisioner()
                + ". The driver " + driver() + " replaced it.";
        return Comments.of(Optional.empty(), Map.of("provisioner", replaced)).and(super.comments());
    }
}
