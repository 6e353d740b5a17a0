package dev.berth.workload;

import dev.berth.config.EnvVar;
import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import org.immutables.value.Value;

/**
 * A container that runs as long as its pod.
 *
 * <pre>{@code
 * var sql = Port.tcp("postgres", 5432);
 * var postgres = Container.named("postgres").image("postgres:17").addPort(sql).addMount(data.at("/data")).build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Container extends ContainerFields implements Probed {

    Container() {}

    /**
     * Starts the declaration of a container.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label; Kubernetes 1.36,
     *     {@code validateContainerCommon}
     */
    public static ContainerBuildStages.ImageBuildStage named(String name) {
        return ContainerBuildStages.start().name(NameFormat.DNS_LABEL.require("Container: name", name));
    }

    /** Returns a copy of the container with another image. */
    public abstract Container withImage(String image);

    /** Returns a copy of the container with other resources. */
    public abstract Container withResources(Resources resources);

    /** Returns a copy of the container with these environment variables instead of its own. */
    public abstract Container withEnv(EnvVar... env);

    /** Returns a copy of the container with these mounts instead of its own. */
    public abstract Container withMounts(Mount... mounts);

    @Value.Check
    void check() {
        checkFields();
        checkProbes(what());
    }

    @Override
    io.fabric8.kubernetes.api.model.Container toModel() {
        return customized(addTo(fields()));
    }
}
