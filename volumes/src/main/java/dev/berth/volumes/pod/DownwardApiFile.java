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
 * Something that a pod knows of itself, as a file of a volume (the downward API). Labels and annotations in files follow
 * later changes, which environment variables do not.
 *
 * <p>Source of what there is: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code
 * validVolumeDownwardAPIFieldPathExpressions}. The pod's node and address are not among it: those only a {@link
 * dev.berth.config.FieldRef variable} can have.
 */
public final class DownwardApiFile {

    private static final List<String> CPU_DIVISORS = List.of("1m", "1");
    private static final List<String> BYTE_DIVISORS =
            List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private final DownwardAPIVolumeFile model;

    private DownwardApiFile(DownwardAPIVolumeFile model) {
        this.model = model;
    }

    /** All labels of the pod, a line {@code key="value"} for each. */
    public static DownwardApiFile labels(String path) {
        return field("metadata.labels", path);
    }

    /** All annotations of the pod, a line {@code key="value"} for each. */
    public static DownwardApiFile annotations(String path) {
        return field("metadata.annotations", path);
    }

    /**
     * The value of one label; an empty file where the pod has no such label.
     *
     * @throws InvalidValueException when the key is none of a label
     */
    public static DownwardApiFile label(String key, String path) {
        return field(
                "metadata.labels['" + NameFormat.QUALIFIED_NAME.require("DownwardApiFile label", key) + "']", path);
    }

    /**
     * The value of one annotation; an empty file where the pod has no such annotation.
     *
     * @throws InvalidValueException when the key is none of an annotation
     */
    public static DownwardApiFile annotation(String key, String path) {
        return field(
                "metadata.annotations['" + NameFormat.QUALIFIED_NAME.require("DownwardApiFile annotation", key) + "']",
                path);
    }

    /** The pod's name, for a StatefulSet with its ordinal: {@code postgres-0}. */
    public static DownwardApiFile podName(String path) {
        return field("metadata.name", path);
    }

    /** The pod's namespace. */
    public static DownwardApiFile namespace(String path) {
        return field("metadata.namespace", path);
    }

    /** The pod's unique id, another one for each new pod of the same name. */
    public static DownwardApiFile uid(String path) {
        return field("metadata.uid", path);
    }

    /**
     * How much of a resource a container of the pod requests or may use. A limit that the container does not have is
     * what the node can give.
     *
     * @param container the name of the container, which is declared with this volume and so can't be given as a value
     * @throws InvalidValueException when the name is no DNS label
     */
    public static DownwardApiFile resourceFieldRef(String container, ResourceFieldRef resource, String path) {
        return new DownwardApiFile(at(path).withNewResourceFieldRef()
                .withContainerName(NameFormat.DNS_LABEL.require("DownwardApiFile container", container))
                .withResource(resource.resource())
                .endResourceFieldRef()
                .build());
    }

    /**
     * The same resource in this unit, rounded up; in cores and in bytes unless given.
     *
     * @throws InvalidValueException when the file is of no resource, or the resource has no such unit; Kubernetes 1.36,
     *     {@code validateContainerResourceDivisor}
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

    /** The same file with other permissions than the rest of the volume. */
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

    /** Where the file is in the volume. */
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
