package dev.berth.network;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * One address for all ready pods of a workload. Its selector is that of the workload, and its ports are those that the
 * containers of the workload open.
 *
 * <pre>{@code
 * var service = Service.named("postgres").selecting(postgres).build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Service extends NamedManifest implements ExtensibleService {

    /** The label with the name of the pod, which the StatefulSet controller sets on each pod. */
    private static final String POD_NAME_LABEL = "statefulset.kubernetes.io/pod-name";

    Service() {}

    /**
     * Starts the declaration of a Service.
     *
     * @throws InvalidValueException if the name is not a DNS label that starts with a letter; Kubernetes 1.36,
     *     {@code ValidateServiceName}
     */
    public static ServiceBuildStages.SelectingBuildStage named(String name) {
        return ServiceBuildStages.start().name(NameFormat.DNS_1035_LABEL.require("Service: metadata.name", name));
    }

    /** Where the address can be reached from. */
    public enum Type {
        /** From within the cluster. The default of Kubernetes. */
        CLUSTER_IP("ClusterIP"),
        /** Also through a port of every node. */
        NODE_PORT("NodePort"),
        /** Also through a load balancer of the cloud provider. */
        LOAD_BALANCER("LoadBalancer");

        private final String value;

        Type(String value) {
            this.value = value;
        }
    }

    /** The workload whose pods receive the traffic. */
    public abstract SelectablePods selecting();

    /** Where the address can be reached from. Defaults to {@link Type#CLUSTER_IP}. */
    public abstract Optional<Type> type();

    /** The ports of the workload that the Service exposes. Defaults to all of them. */
    public abstract List<Port> ports();

    /**
     * The port numbers under which the Service exposes ports of the workload. Defaults to the numbers of the container
     * ports.
     */
    public abstract Map<Port, Integer> portNumbers();

    /**
     * The ordinal of the only StatefulSet pod that the Service selects, for pods that do not replicate each other.
     * Defaults to all ready pods.
     */
    public abstract Optional<Integer> onlyPod();

    /**
     * Whether DNS returns the addresses of the pods instead of one address of the Service. Defaults to false. The
     * headless Service of a StatefulSet is declared with the StatefulSet: {@link HeadlessService}.
     */
    public abstract Optional<Boolean> headless();

    /** Whether pods receive traffic, and have a DNS name, before they are ready. Defaults to false. */
    public abstract Optional<Boolean> publishNotReadyAddresses();

    /** Changes the fabric8 model of the Service, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<ServiceBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("Service");
        String what = "Service \"" + name() + "\"";
        List<Port> open = selecting().ports();
        boolean isHeadless = headless().orElse(false);
        type().filter(type -> isHeadless && type != Type.CLUSTER_IP).ifPresent(type -> {
            throw InvalidValueException.of(
                    what + ": spec.type", type.value, "must be ClusterIP, because it is headless");
        });
        if (open.isEmpty() && !isHeadless) {
            throw new InvalidValueException(what + ": spec.ports: Required value: no container of \""
                    + selecting().name() + "\" opens a port: add one with addPort");
        }
        onlyPod().ifPresent(ordinal -> requirePod(what, ordinal));
        ports().forEach(port -> ServicePorts.require(what + ": spec.ports", selecting(), port));
        portNumbers().forEach((port, number) -> {
            ServicePorts.require(what + ": spec.ports", selecting(), port);
            if (number < 1 || number > 65535) {
                throw InvalidValueException.of(
                        what + ": port \"" + port.name() + "\"", number, "must be between 1 and 65535, inclusive");
            }
        });
    }

    private void requirePod(String what, int ordinal) {
        List<String> pods = selecting().podNames();
        if (pods.isEmpty()) {
            throw InvalidValueException.of(
                    what + ": onlyPod",
                    ordinal,
                    "must be left out: only a StatefulSet has pods with ordinals, and \""
                            + selecting().name() + "\" has none");
        }
        if (!pods.contains(podName(ordinal))) {
            throw InvalidValueException.of(
                    what + ": onlyPod", ordinal, "must be the ordinal of a pod of the set: " + pods);
        }
    }

    /** The DNS name of the Service: {@code postgres}. */
    public Address address() {
        return Address.of(name(), name());
    }

    /**
     * The DNS name of the Service, with the number under which it exposes this port.
     *
     * @throws InvalidValueException if the Service does not expose the port
     */
    public Address address(Port port) {
        if (!offered().contains(port)) {
            throw InvalidValueException.of(
                    "Service \"" + name() + "\": address", port.name(), "must be a port that the Service exposes");
        }
        return address().port(portNumbers().getOrDefault(port, port.number()));
    }

    private List<Port> offered() {
        return ports().isEmpty() ? selecting().ports() : ports();
    }

    private String podName(int ordinal) {
        return selecting().name() + "-" + ordinal;
    }

    private Map<String, String> selector() {
        Map<String, String> labels = new LinkedHashMap<>(selecting().selector());
        onlyPod().ifPresent(ordinal -> labels.put(POD_NAME_LABEL, podName(ordinal)));
        return labels;
    }

    @Override
    public HasMetadata toModel() {
        ServiceBuilder service = new ServiceBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withType(type().map(type -> type.value).orElse(null))
                .withClusterIP(headless().orElse(false) ? "None" : null)
                .withPublishNotReadyAddresses(publishNotReadyAddresses().orElse(null))
                .withSelector(selector())
                .withPorts(offered().stream()
                        .map(port -> ServicePorts.toModel(port).toBuilder()
                                .withPort(portNumbers().getOrDefault(port, port.number()))
                                .build())
                        .toList())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(service).build();
    }
}
