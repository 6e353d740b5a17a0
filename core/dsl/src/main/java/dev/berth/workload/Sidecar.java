package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import org.immutables.value.Value;

/**
 * A container that starts before the pod's own containers, runs beside them, and stops after them. Beta in Kubernetes
 * 1.29, stable in 1.33.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class Sidecar extends ContainerFields implements Init, Probed {

    Sidecar() {}

    /**
     * Starts a sidecar.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS label; Kubernetes 1.36,
     *     {@code validateContainerCommon}
     */
    public static SidecarBuildStages.ImageBuildStage named(String name) {
        return SidecarBuildStages.start().name(NameFormat.DNS_LABEL.require("Sidecar: name", name));
    }

    /** The same sidecar with another image. */
    public abstract Sidecar withImage(String image);

    /** The same sidecar with other resources. */
    public abstract Sidecar withResources(Resources resources);

    @Value.Check
    void check() {
        checkFields();
        checkProbes(what());
    }

    @Override
    io.fabric8.kubernetes.api.model.Container toModel() {
        return customized(addTo(fields()).withRestartPolicy("Always"));
    }
}
