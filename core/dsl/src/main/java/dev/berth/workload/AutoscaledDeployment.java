package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.immutables.value.Value;

/**
 * A Deployment whose number of pods an autoscaler sets, so it has no {@code replicas} of its own. If it had, each apply
 * would set the number back.
 *
 * <pre>{@code
 * private final AutoscaledDeployment web = AutoscaledDeployment.named("web")
 *         .container(nginx)
 *         .strategy(DeploymentStrategy.recreate())
 *         .build();
 * }</pre>
 *
 * <p>It starts with one pod: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, {@code SetDefaults_Deployment}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class AutoscaledDeployment extends DeploymentFields
        implements Autoscaled, ExtensibleAutoscaledDeployment {

    AutoscaledDeployment() {}

    /**
     * Returns a builder for a Deployment without a number of pods.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateDeploymentName}
     */
    public static AutoscaledDeploymentBuildStages.ContainerBuildStage named(String name) {
        return AutoscaledDeploymentBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("Deployment: metadata.name", name));
    }

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    @Value.Check
    void check() {
        checkDeployment();
    }

    @Override
    public HasMetadata toModel() {
        return toModel((Integer) null);
    }
}
