package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.network.Address;
import dev.berth.network.HeadlessService;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.immutables.value.Value;

/**
 * Pods that keep their name, their DNS name and their storage: {@code postgres-0}, {@code postgres-1}.
 *
 * <pre>{@code
 * private final StatefulSet set = StatefulSet.named("postgres")
 *         .service(HeadlessService.named("postgres-headless"))
 *         .replicas(3)
 *         .container(postgres)
 *         .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
 *         .build();
 * }</pre>
 *
 * <p>The API server accepts later changes of the replicas, the pod template, the update strategy, the claim retention,
 * {@code minReadySeconds}, the ordinals and the revision history limit. It refuses all other changes.
 *
 * <p>Use an {@link AutoscaledStatefulSet} if an autoscaler sets the number of pods.
 *
 * <p>Source of all defaults and limits: Kubernetes 1.36, {@code pkg/apis/apps/v1/defaults.go}, and {@code
 * pkg/apis/apps/validation/validation.go}, {@code ValidateStatefulSetSpec}.
 */
@Value.Immutable
@Dsl
public abstract class StatefulSet extends StatefulSetFields implements ExtensibleStatefulSet {

    StatefulSet() {}

    /**
     * Returns a builder for a StatefulSet.
     *
     * @throws InvalidValueException if the name is not a DNS label of at most 52 characters. The API server accepts a
     *     longer name, but the controller cannot create the pods: their label {@code controller-revision-hash} would be
     *     longer than 63 characters
     */
    public static StatefulSetBuildStages.ServiceBuildStage named(String name) {
        return StatefulSetBuildStages.start().name(requireName(name));
    }

    // Declared again so that it is the first stage of the builder.
    @Override
    public abstract HeadlessService service();

    /** The number of pods. With 0, no pod runs and the claims are kept. */
    public abstract int replicas();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract Container container();

    @Value.Check
    void check() {
        checkStatefulSet();
        notNegative("StatefulSet \"" + name() + "\": spec.replicas", Optional.of(replicas()));
    }

    /**
     * The DNS name of the pod with this ordinal: {@code postgres-0.postgres-headless}.
     *
     * @throws InvalidValueException if the set has no pod with this ordinal
     */
    public Address address(int ordinal) {
        if (!podNames().contains(podName(ordinal))) {
            throw InvalidValueException.of(
                    "StatefulSet \"" + name() + "\": address",
                    ordinal,
                    "must be the ordinal of a pod of the StatefulSet: " + podNames());
        }
        return Address.of(podName(ordinal), podName(ordinal) + "." + service().name());
    }

    /**
     * The DNS name of the pod with this ordinal, and a port of its containers.
     *
     * @throws InvalidValueException if the set has no pod with this ordinal, or no container opens the port
     */
    public Address address(int ordinal, Port port) {
        if (!ports().contains(port)) {
            throw InvalidValueException.of(
                    "StatefulSet \"" + name() + "\": address", port.name(), "must be a port that a container opens");
        }
        return address(ordinal).port(port.number());
    }

    /** The DNS names of all pods, in the order of their ordinals. */
    public List<Address> addresses() {
        return ordinals().mapToObj(this::address).toList();
    }

    /**
     * The DNS names of all pods, in the order of their ordinals, and a port of their containers.
     *
     * @throws InvalidValueException if no container opens the port
     */
    public List<Address> addresses(Port port) {
        return ordinals().mapToObj(ordinal -> address(ordinal, port)).toList();
    }

    /** The names of the pods, in the order of their ordinals. */
    @Override
    public List<String> podNames() {
        return ordinals().mapToObj(this::podName).toList();
    }

    private IntStream ordinals() {
        int first = ordinalsStart().orElse(0);
        return IntStream.range(first, first + replicas());
    }

    /** The name of the pod with this ordinal. */
    public String podName(int ordinal) {
        return name() + "-" + ordinal;
    }

    @Override
    public HasMetadata toModel() {
        return toModel(replicas());
    }
}
