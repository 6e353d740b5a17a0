package dev.berth.volumes.pod;

import dev.berth.value.NameFormat;
import dev.berth.workload.Volume;

/**
 * The escape hatch: any volume of the fabric8 model, for volume types that have no class in Berth.
 *
 * <pre>{@code
 * RawVolume.of(new VolumeBuilder().withName("model").withNewImage().withReference("registry/model:1").endImage().build())
 * }</pre>
 */
public final class RawVolume extends Volume {

    private final io.fabric8.kubernetes.api.model.Volume model;

    private RawVolume(io.fabric8.kubernetes.api.model.Volume model) {
        this.model = model;
    }

    /**
     * Returns a copy of a volume.
     *
     * @throws dev.berth.value.InvalidValueException if its name is not a valid DNS label; Kubernetes 1.36,
     *     {@code ValidateVolumes}
     */
    public static RawVolume of(io.fabric8.kubernetes.api.model.Volume model) {
        NameFormat.DNS_LABEL.require("RawVolume name", model.getName() == null ? "" : model.getName());
        return new RawVolume(model.toBuilder().build());
    }

    @Override
    public String name() {
        return model.getName();
    }

    @Override
    public io.fabric8.kubernetes.api.model.Volume toModel() {
        return model.toBuilder().build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawVolume that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    @Override
    public String toString() {
        return "RawVolume{" + model.getName() + "}";
    }
}
