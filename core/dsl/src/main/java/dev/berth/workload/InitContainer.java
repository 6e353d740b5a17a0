package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import org.immutables.value.Value;

/**
 * A container that runs to completion before the next one starts. It has no probes. Kubernetes may run it more than
 * once, so its work must be idempotent.
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
public abstract non-sealed class InitContainer extends ContainerFields
        implements AnyInitContainer, ExtensibleInitContainer {

    InitContainer() {}

    /**
     * Returns a builder for an init container.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label; Kubernetes 1.36,
     *     {@code validateContainerCommon}
     */
    public static InitContainerBuildStages.ImageBuildStage named(String name) {
        return InitContainerBuildStages.start().name(NameFormat.DNS_LABEL.require("InitContainer: name", name));
    }

    @Value.Check
    void check() {
        checkFields();
    }

    @Override
    io.fabric8.kubernetes.api.model.Container toModel() {
        return customized(fields());
    }
}
