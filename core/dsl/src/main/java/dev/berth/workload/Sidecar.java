package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import org.immutables.value.Value;

/**
 * A container that starts before the pod's own containers, runs beside them, and stops after them. Beta in Kubernetes
 * 1.29, stable in 1.33.
 *
 * <pre>{@code
 * var pod = Pod.named("p")
 *         .container(postgres)
 *         .addInitContainer(InitContainer.named("permissions")
 *                 .image("busybox:1.37")
 *                 .addCommand("chown", "-R", "999:999", "/data")
 *                 .build())
 *         .addInitContainer(Sidecar.named("exporter")
 *                 .image("exporter:1")
 *                 .addPort(metrics)
 *                 .readinessProbe(Probe.httpGet(metrics, "/metrics").build())
 *                 .build())
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class Sidecar extends ContainerFields
        implements AnyInitContainer, LongRunningContainer, ExtensibleSidecar {

    Sidecar() {}

    /**
     * Returns a builder for a sidecar.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label; Kubernetes 1.36,
     *     {@code validateContainerCommon}
     */
    public static SidecarBuildStages.ImageBuildStage named(String name) {
        return SidecarBuildStages.start().name(NameFormat.DNS_LABEL.require("Sidecar: name", name));
    }

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
