package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.NameFormat;
import org.immutables.value.Value;

/**
 * A container that runs as long as its pod.
 *
 * <pre>{@code
 * private final Container postgres = Container.named("postgres")
 *         .image("postgres:17")
 *         .addPort(Port.tcp("postgres", 5432))
 *         .addEnv(config.env("POSTGRES_DB"), password.env("POSTGRES_PASSWORD"))
 *         .addMount(data.at("/var/lib/postgresql/data"))
 *         .resources(Resources.requests(millicores(250), mebi(256)).limits(millicores(500), mebi(512)))
 *         .livenessProbe(exec("pg_isready", "-U", "myuser")
 *                 .initialDelay(ofSeconds(30))
 *                 .period(ofSeconds(10))
 *                 .build())
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Container extends ContainerFields implements LongRunningContainer, ExtensibleContainer {

    Container() {}

    /**
     * Returns a builder for a container.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label; Kubernetes 1.36,
     *     {@code validateContainerCommon}
     */
    public static ContainerBuildStages.ImageBuildStage named(String name) {
        return ContainerBuildStages.start().name(NameFormat.DNS_LABEL.require("Container: name", name));
    }

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
