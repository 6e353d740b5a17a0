package dev.berth.network;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * One address for all ready pods of a workload, or of several. Its selector is that of the workload, and its ports are
 * those that the containers of the workload open.
 *
 * <pre>{@code
 * var service = Service.named("postgres").selecting(postgres).build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Service extends NamedManifest implements ExtensibleService {

    Service() {}

    /**
     * Returns a builder for a Service.
     *
     * @throws InvalidValueException if the name is not a DNS label that starts with a letter; Kubernetes 1.36,
     *     {@code ValidateServiceName}
     */
    public static ServiceBuildStages.SelectingBuildStage named(String name) {
        return ServiceBuildStages.start().name(NameFormat.DNS_1035_LABEL.require("Service: metadata.name", name));
    }

    /** The workload whose pods receive the traffic. */
    public abstract SelectablePods selecting();

    /**
     * Further workloads whose pods receive the traffic, too. The selector then has the labels that the pods of all these
     * workloads share, and each of them opens the exposed ports. Optional.
     */
    public abstract List<SelectablePods> workloads();

    /** Where the address can be reached from. Defaults to {@link ServiceType#clusterIp()}. */
    public abstract Optional<ServiceType> type();

    /** The ports of the workloads that the Service exposes. Defaults to all that each of them opens. */
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

    /** Whether requests of one client go to the same pod. Off by default. */
    public abstract Optional<SessionAffinity> sessionAffinity();

    /** Which pods receive traffic from within the cluster. Defaults to {@link TrafficPolicy#CLUSTER}. */
    public abstract Optional<TrafficPolicy> internalTrafficPolicy();

    /** Changes the fabric8 model of the Service, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<ServiceBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("Service");
        String what = "Service \"" + name() + "\"";
        boolean isHeadless = headless().orElse(false);
        type().filter(type -> isHeadless && !type.equals(ServiceType.clusterIp()))
                .ifPresent(type -> {
                    throw InvalidValueException.of(
                            what + ": spec.type", type.value(), "must be ClusterIP, because it is headless");
                });
        ServiceSelection selection = selection();
        selection.check(what, !isHeadless);
        onlyPod().ifPresent(ordinal -> selection.requirePod(what, ordinal));
        ports().forEach(port -> selection.requirePort(what + ": spec.ports", port));
        portNumbers().forEach((port, number) -> {
            selection.requirePort(what + ": spec.ports", port);
            if (number < 1 || number > 65535) {
                throw InvalidValueException.of(
                        what + ": port \"" + port.name() + "\"", number, "must be between 1 and 65535, inclusive");
            }
        });
        nodePorts().keySet().stream()
                .filter(port -> !exposedPorts().contains(port))
                .forEach(port -> {
                    throw InvalidValueException.of(
                            what + ": nodePort", port.name(), "must be a port that the Service exposes");
                });
    }

    /**
     * Returns a Service for each pod of the StatefulSet, named after this one and the ordinal, such as {@code kafka-0}.
     * Each declared node port has the ordinal added: with 30090, the pods have 30090, 30091 and so on.
     *
     * @throws InvalidValueException if the Service does not select a single StatefulSet, or two of the Services would
     *     have the same node port
     */
    public List<Service> perPod() {
        List<Integer> ordinals = selection().ordinals("Service \"" + name() + "\": perPod");
        List<Service> services = ordinals.stream()
                .map(ordinal -> ((ServiceBuild.ImmutableService) this)
                        .withName(name() + "-" + ordinal)
                        .withOnlyPod(ordinal)
                        .withType(type().map(type -> type.forPod(ordinal))))
                .map(Service.class::cast)
                .toList();
        Map<String, String> seen = new HashMap<>();
        services.forEach(service -> service.nodePorts().forEach((port, number) -> {
            String other = seen.putIfAbsent(number + "/" + port.protocol(), service.name());
            if (other != null) {
                throw InvalidValueException.of(
                        "Service \"" + service.name() + "\": nodePort \"" + port.name() + "\"",
                        number,
                        "must be unique: \"" + other + "\" has it, because the ordinal is added to each node port");
            }
        }));
        return services;
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
        return address().port(number("address", port));
    }

    /**
     * A port of the Service, for an Ingress or a route that forwards to it.
     *
     * @throws InvalidValueException if the Service does not expose the port
     */
    public ServiceBackend backend(Port port) {
        return ServiceBackend.of(name(), number("backend", port));
    }

    private int number(String use, Port port) {
        if (!exposedPorts().contains(port)) {
            throw InvalidValueException.of(
                    "Service \"" + name() + "\": " + use, port.name(), "must be a port that the Service exposes");
        }
        return portNumbers().getOrDefault(port, port.number());
    }

    /** The ports of the pods that the Service exposes: {@link #ports()}, or all. */
    public List<Port> exposedPorts() {
        return ports().isEmpty() ? selection().ports() : ports();
    }

    private Map<Port, Integer> nodePorts() {
        return type().map(ServiceType::nodePorts).orElse(Map.of());
    }

    private ServiceSelection selection() {
        return new ServiceSelection(selecting(), workloads());
    }

    @Override
    public HasMetadata toModel() {
        ServiceSpecBuilder spec = new ServiceSpecBuilder()
                .withClusterIP(headless().orElse(false) ? "None" : null)
                .withPublishNotReadyAddresses(publishNotReadyAddresses().orElse(null))
                .withSessionAffinity(sessionAffinity().isPresent() ? "ClientIP" : null)
                .withSessionAffinityConfig(
                        sessionAffinity().map(SessionAffinity::toModel).orElse(null))
                .withInternalTrafficPolicy(
                        internalTrafficPolicy().map(TrafficPolicy::value).orElse(null))
                .withSelector(selection().labels(onlyPod()))
                .withPorts(exposedPorts().stream()
                        .map(port -> ServicePorts.toModel(port).toBuilder()
                                .withPort(portNumbers().getOrDefault(port, port.number()))
                                .withNodePort(nodePorts().get(port))
                                .build())
                        .toList());
        type().ifPresent(type -> type.addTo(spec));
        ServiceBuilder service = new ServiceBuilder().withMetadata(metadata()).withSpec(spec.build());
        return customize().orElse(UnaryOperator.identity()).apply(service).build();
    }
}
