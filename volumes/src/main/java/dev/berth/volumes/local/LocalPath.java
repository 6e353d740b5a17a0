package dev.berth.volumes.local;

import dev.berth.catalog.driver.StorageDrivers;
import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NodePath;
import dev.berth.volumes.storageclass.StorageClassFields;
import dev.berth.volumes.storageclass.VolumeBindingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A StorageClass for directories on the nodes, provisioned by the local-path provisioner that k3s and kind include. A
 * claim gets a directory on the node where its pod first runs: the pod stays on that node, the size is not enforced,
 * and the data is lost with the node.
 *
 * <pre>{@code
 * var directory = LocalPath.named("local-directories")
 *         .defaultClass(true)
 *         .reclaimPolicy(RETAIN)
 *         .build();
 * }</pre>
 *
 * <p>Source: rancher/local-path-provisioner {@code provisioner.go} (commit 9fa2a62e, 2026).
 */
@Value.Immutable
@Dsl
public abstract class LocalPath extends StorageClassFields implements ExtensibleLocalPath {

    private static final String SAFE_PATTERN = "{{ .PVC.Namespace }}/{{ .PVC.Name }}/";

    LocalPath() {}

    /**
     * Returns a builder for a StorageClass.
     *
     * @throws InvalidValueException if the name is not a valid DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateStorageClass}
     */
    public static LocalPathBuildStages.BuildFinal named(String name) {
        return LocalPathBuildStages.start().name(checkedName(name));
    }

    /**
     * The parent of the directories on the nodes; it must be in the configuration of the provisioner. Defaults to that
     * configuration.
     */
    public abstract Optional<String> nodePath();

    /**
     * The name of a claim's directory as a Go template; it starts with {@code {{ .PVC.Namespace }}/{{ .PVC.Name }}/}.
     * Defaults to a name made of the volume, the namespace and the claim.
     */
    public abstract Optional<String> pathPattern();

    @Value.Check
    void check() {
        checkClass();
        nodePath().ifPresent(path -> NodePath.require(what() + ": parameters.nodePath", path));
        pathPattern().filter(pattern -> !pattern.startsWith(SAFE_PATTERN)).ifPresent(pattern -> {
            throw InvalidValueException.of(
                    what() + ": parameters.pathPattern", pattern, "must start with " + SAFE_PATTERN);
        });
        if (volumeBindingMode().filter(VolumeBindingMode.IMMEDIATE::equals).isPresent()) {
            throw InvalidValueException.of(
                    what() + ": volumeBindingMode",
                    VolumeBindingMode.IMMEDIATE.value(),
                    "the provisioner cannot create a volume before it knows the pod's node: remove volumeBindingMode");
        }
    }

    /** The name of the local-path provisioner. */
    @Override
    public String provisioner() {
        return StorageDrivers.LOCAL_PATH.name();
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        nodePath().ifPresent(path -> parameters.put("nodePath", path));
        pathPattern().ifPresent(pattern -> parameters.put("pathPattern", pattern));
        return parameters;
    }

    @Override
    protected Optional<VolumeBindingMode> ownBindingMode() {
        return Optional.of(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }
}
