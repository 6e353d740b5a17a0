package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import org.immutables.value.Value;

/**
 * A container that runs to its end before the next one starts. It has no probes: its end is its answer. It may run more
 * than once, so what it does must bear being done again.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class InitContainer extends ContainerFields implements Init {

    InitContainer() {}

    /**
     * Starts an init container.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS label; Kubernetes 1.36,
     *     {@code validateContainerCommon}
     */
    public static InitContainerBuildStages.ImageBuildStage named(String name) {
        return InitContainerBuildStages.start().name(NameFormat.DNS_LABEL.require("InitContainer: name", name));
    }

    /** The same init container with another image. */
    public abstract InitContainer withImage(String image);

    /** The same init container with other resources. */
    public abstract InitContainer withResources(Resources resources);

    @Value.Check
    void check() {
        checkFields();
    }

    @Override
    io.fabric8.kubernetes.api.model.Container toModel() {
        return customized(fields());
    }
}
