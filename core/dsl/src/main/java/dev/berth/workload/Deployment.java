package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pods without a stable identity: a replacement gets another name, and all pods share the volumes that they mount.
 *
 * <pre>{@code
 * var deployment = Deployment.named("web")
 *         .replicas(2)
 *         .container(Container.named("web").image("nginx:1.29").build())
 *         .strategy(DeploymentStrategy.rollingUpdate().maxSurge(pods(1)).maxUnavailable(percent(0)))
 *         .minReady(ofSeconds(5))
 *         .progressDeadline(ofMinutes(5))
 *         .revisionHistoryLimit(3)
 *         .build();
 * }</pre>
 *
 * <p>Use an {@link AutoscaledDeployment} if an autoscaler sets the number of pods.
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, and {@code
 * pkg/apis/apps/validation/validation.go}, {@code ValidateDeploymentSpec}.
 */
@Value.Immutable
@Dsl
public abstract class Deployment extends DeploymentFields implements ExtensibleDeployment {

    Deployment() {}

    /**
     * Returns a builder for a Deployment.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateDeploymentName}
     */
    public static DeploymentBuildStages.ReplicasBuildStage named(String name) {
        return DeploymentBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Deployment: metadata.name", name));
    }

    /** The number of pods. */
    public abstract int replicas();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    @Value.Check
    void check() {
        checkDeployment();
        notNegative("Deployment \"" + name() + "\": spec.replicas", Optional.of(replicas()));
    }

    @Override
    public HasMetadata toModel() {
        return toModel(replicas());
    }
}
