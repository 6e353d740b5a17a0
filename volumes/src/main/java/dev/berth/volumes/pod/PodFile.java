package dev.berth.volumes.pod;

import dev.berth.value.FileMode;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFileBuilder;

/**
 * Something that a pod knows of itself, as a file of a volume (the downward API). Labels and annotations in files follow
 * later changes, which environment variables do not.
 *
 * <p>Source of what there is: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code
 * validVolumeDownwardAPIFieldPathExpressions}. The pod's node and address are not among it: those only a {@link
 * dev.berth.config.PodField variable} can have.
 */
public final class PodFile {

    private final DownwardAPIVolumeFile model;

    private PodFile(DownwardAPIVolumeFile model) {
        this.model = model;
    }

    /** All labels of the pod, a line {@code key="value"} for each. */
    public static PodFile labels(String path) {
        return field("metadata.labels", path);
    }

    /** All annotations of the pod, a line {@code key="value"} for each. */
    public static PodFile annotations(String path) {
        return field("metadata.annotations", path);
    }

    /**
     * The value of one label; an empty file where the pod has no such label.
     *
     * @throws InvalidValueException when the key is none of a label
     */
    public static PodFile label(String key, String path) {
        return field("metadata.labels['" + NameFormat.QUALIFIED_NAME.require("PodFile label", key) + "']", path);
    }

    /**
     * The value of one annotation; an empty file where the pod has no such annotation.
     *
     * @throws InvalidValueException when the key is none of an annotation
     */
    public static PodFile annotation(String key, String path) {
        return field(
                "metadata.annotations['" + NameFormat.QUALIFIED_NAME.require("PodFile annotation", key) + "']", path);
    }

    /** The pod's name, for a StatefulSet with its ordinal: {@code postgres-0}. */
    public static PodFile podName(String path) {
        return field("metadata.name", path);
    }

    /** The pod's namespace. */
    public static PodFile namespace(String path) {
        return field("metadata.namespace", path);
    }

    /** The pod's unique id, another one for each new pod of the same name. */
    public static PodFile uid(String path) {
        return field("metadata.uid", path);
    }

    /**
     * How much of a resource a container of the pod requests or may use. A limit that the container does not have is
     * what the node can give.
     *
     * @param container the name of the container, which is declared with this volume and so can't be given as a value
     * @throws InvalidValueException when the name is no DNS label
     */
    public static PodFile resource(String container, ContainerResource resource, String path) {
        return new PodFile(at(path).withNewResourceFieldRef()
                .withContainerName(NameFormat.DNS_LABEL.require("PodFile container", container))
                .withResource(resource.value())
                .endResourceFieldRef()
                .build());
    }

    /**
     * The same resource in this unit, rounded up; in cores and in bytes unless given.
     *
     * @throws InvalidValueException when the file is of no resource, or the resource has no such unit; Kubernetes 1.36,
     *     {@code validateContainerResourceDivisor}
     */
    public PodFile divisor(Quantity unit) {
        if (model.getResourceFieldRef() == null) {
            throw InvalidValueException.of("PodFile divisor", unit, "only a file of a resource has a unit");
        }
        ContainerResource resource =
                ContainerResource.of(model.getResourceFieldRef().getResource());
        if (!resource.divisors().contains(unit.toString())) {
            throw InvalidValueException.of(
                    "PodFile divisor", unit, "must be one of " + String.join(", ", resource.divisors()));
        }
        return new PodFile(model.toBuilder()
                .editResourceFieldRef()
                .withDivisor(new io.fabric8.kubernetes.api.model.Quantity(unit.toString()))
                .endResourceFieldRef()
                .build());
    }

    /** The same file with other permissions than the rest of the volume. */
    public PodFile mode(FileMode mode) {
        return new PodFile(model.toBuilder().withMode(mode.bits()).build());
    }

    private static PodFile field(String fieldPath, String path) {
        return new PodFile(at(path).withNewFieldRef()
                .withFieldPath(fieldPath)
                .endFieldRef()
                .build());
    }

    private static DownwardAPIVolumeFileBuilder at(String path) {
        return new DownwardAPIVolumeFileBuilder().withPath(FilePaths.require("PodFile path", path));
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
        return other instanceof PodFile that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return "PodFile{" + model.getPath() + "}";
    }
}
