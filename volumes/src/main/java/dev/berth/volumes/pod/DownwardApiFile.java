package dev.berth.volumes.pod;

import dev.berth.config.ResourceFieldRef;
import dev.berth.value.FileMode;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFileBuilder;
import java.util.List;

/**
 * A field of the pod as a file in a volume (the downward API). The kubelet updates files of labels and annotations
 * after a change; environment variables are not updated.
 *
 * <p>Source of the fields: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go},
 * {@code validVolumeDownwardAPIFieldPathExpressions}. The node and the address of the pod are not among them: they are
 * available only to an environment {@link dev.berth.config.FieldRef variable}.
 */
public final class DownwardApiFile {

    private static final List<String> CPU_DIVISORS = List.of("1m", "1");
    private static final List<String> BYTE_DIVISORS =
            List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private final DownwardAPIVolumeFile model;

    private DownwardApiFile(DownwardAPIVolumeFile model) {
        this.model = model;
    }

    /** Returns a file with all labels of the pod, one line {@code key="value"} for each. */
    public static DownwardApiFile labels(String path) {
        return field("metadata.labels", path);
    }

    /** Returns a file with all annotations of the pod, one line {@code key="value"} for each. */
    public static DownwardApiFile annotations(String path) {
        return field("metadata.annotations", path);
    }

    /**
     * Returns a file with the value of one label; it is empty if the pod does not have the label.
     *
     * @throws InvalidValueException if the key is not valid for a label
     */
    public static DownwardApiFile label(String key, String path) {
        return field(
                "metadata.labels['" + NameFormat.QUALIFIED_NAME.require("DownwardApiFile label", key) + "']", path);
    }

    /**
     * Returns a file with the value of one annotation; it is empty if the pod does not have the annotation.
     *
     * @throws InvalidValueException if the key is not valid for an annotation
     */
    public static DownwardApiFile annotation(String key, String path) {
        return field(
                "metadata.annotations['" + NameFormat.QUALIFIED_NAME.require("DownwardApiFile annotation", key) + "']",
                path);
    }

    /** Returns a file with the name of the pod; in a StatefulSet, it includes the ordinal: {@code postgres-0}. */
    public static DownwardApiFile podName(String path) {
        return field("metadata.name", path);
    }

    /** Returns a file with the namespace of the pod. */
    public static DownwardApiFile namespace(String path) {
        return field("metadata.namespace", path);
    }

    /** Returns a file with the UID of the pod, which is different for each new pod with the same name. */
    public static DownwardApiFile uid(String path) {
        return field("metadata.uid", path);
    }

    /**
     * Returns a file with a request or limit of a container of the pod. If the container does not set the limit, the
     * value is what the node can allocate.
     *
     * @param container the name of the container; not a reference, because the container is declared after its volumes
     * @throws InvalidValueException if the name is not a valid DNS label
     */
    public static DownwardApiFile resourceFieldRef(String container, ResourceFieldRef resource, String path) {
        return new DownwardApiFile(at(path).withNewResourceFieldRef()
                .withContainerName(NameFormat.DNS_LABEL.require("DownwardApiFile container", container))
                .withResource(resource.resource())
                .endResourceFieldRef()
                .build());
    }

    /**
     * Returns a copy with this unit, rounded up. Defaults to cores and bytes.
     *
     * @throws InvalidValueException if the file has no resource, or the resource does not have this unit; Kubernetes
     *     1.36, {@code validateContainerResourceDivisor}
     */
    public DownwardApiFile divisor(Quantity unit) {
        if (model.getResourceFieldRef() == null) {
            throw InvalidValueException.of("DownwardApiFile divisor", unit, "only a file of a resource has a unit");
        }
        boolean cpu = model.getResourceFieldRef().getResource().endsWith(".cpu");
        List<String> divisors = cpu ? CPU_DIVISORS : BYTE_DIVISORS;
        if (!divisors.contains(unit.toString())) {
            throw InvalidValueException.of(
                    "DownwardApiFile divisor", unit, "must be one of " + String.join(", ", divisors));
        }
        return new DownwardApiFile(model.toBuilder()
                .editResourceFieldRef()
                .withDivisor(new io.fabric8.kubernetes.api.model.Quantity(unit.toString()))
                .endResourceFieldRef()
                .build());
    }

    /** Returns a copy with its own permissions. */
    public DownwardApiFile mode(FileMode mode) {
        return new DownwardApiFile(model.toBuilder().withMode(mode.bits()).build());
    }

    private static DownwardApiFile field(String fieldPath, String path) {
        return new DownwardApiFile(at(path).withNewFieldRef()
                .withFieldPath(fieldPath)
                .endFieldRef()
                .build());
    }

    private static DownwardAPIVolumeFileBuilder at(String path) {
        return new DownwardAPIVolumeFileBuilder().withPath(FilePaths.require("DownwardApiFile path", path));
    }

    /** Returns the path of the file in the volume. */
    public String path() {
        return model.getPath();
    }

    DownwardAPIVolumeFile toModel() {
        return model.toBuilder().build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DownwardApiFile that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return "DownwardApiFile{" + model.getPath() + "}";
    }
}
