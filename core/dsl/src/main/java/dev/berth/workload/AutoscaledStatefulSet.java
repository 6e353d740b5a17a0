package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.network.HeadlessService;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.immutables.value.Value;

/**
 * A StatefulSet whose number of pods an autoscaler sets, so it has no {@code replicas} of its own. If it had, each apply
 * would set the number back. Its pods have no {@code address(ordinal)}, because their number is not known.
 *
 * <pre>{@code
 * var cache = AutoscaledStatefulSet.named("cache")
 *         .service(HeadlessService.named("cache-headless"))
 *         .container(nginx)
 *         .addInitContainer(Sidecar.named("exporter").image("exporter:1").build())
 *         .build();
 * }</pre>
 *
 * <p>It starts with one pod: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, {@code SetDefaults_StatefulSet}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class AutoscaledStatefulSet extends StatefulSetFields
        implements Autoscaled, ExtensibleAutoscaledStatefulSet {

    AutoscaledStatefulSet() {}

    /**
     * Returns a builder for a StatefulSet without a number of pods.
     *
     * @throws InvalidValueException if the name is not a DNS label of at most 52 characters
     */
    public static AutoscaledStatefulSetBuildStages.ServiceBuildStage named(String name) {
        return AutoscaledStatefulSetBuildStages.start().name(requireName(name));
    }

    // Declared again so that it is the first stage of the builder.
    @Override
    public abstract HeadlessService service();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    @Value.Check
    void check() {
        checkStatefulSet();
    }

    @Override
    public HasMetadata toModel() {
        return toModel((Integer) null);
    }
}
