package dev.berth.volumes.storageclass;

import dev.berth.catalog.driver.InTreePlugin;
import dev.berth.catalog.driver.StorageDriver;
import dev.berth.yaml.Comments;
import java.util.Map;
import java.util.Optional;

/** A StorageClass of a provisioner that Kubernetes has removed, with its parameters unchanged. */
public abstract class InTreeClass extends StorageClassFields {

    /** For the StorageClasses of each provider. */
    protected InTreeClass() {}

    /** Returns the driver that replaced the provisioner. */
    protected abstract StorageDriver driver();

    private InTreePlugin plugin() {
        return driver().inTree().orElseThrow();
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
                + ". The driver " + driver().name() + " replaced it.";
        return Comments.of(Optional.empty(), Map.of("provisioner", replaced)).and(super.comments());
    }
}
