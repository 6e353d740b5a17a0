package dev.berth.network;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The ports of a Service on every node.
 *
 * @param numbers the numbers that are declared; Kubernetes assigns the others
 * @param externalTrafficPolicy how traffic from outside is distributed; defaults to {@link TrafficPolicy#CLUSTER}
 */
public record NodePorts(Map<Port, Integer> numbers, Optional<TrafficPolicy> externalTrafficPolicy) {

    static final NodePorts ASSIGNED = new NodePorts(Map.of(), Optional.empty());

    /** Copies the numbers, in order. */
    public NodePorts {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    NodePorts nodePort(Port port, int number) {
        if (number < 1 || number > 65535) {
            throw InvalidValueException.of(
                    "ServiceType nodePort \"" + port.name() + "\"", number, "must be between 1 and 65535, inclusive");
        }
        Map<Port, Integer> all = new LinkedHashMap<>(numbers);
        Integer before = all.putIfAbsent(port, number);
        if (before != null) {
            throw InvalidValueException.of(
                    "ServiceType nodePort \"" + port.name() + "\"", number, "must be unique: it is already " + before);
        }
        return new NodePorts(all, externalTrafficPolicy);
    }

    NodePorts externalTrafficPolicy(TrafficPolicy policy) {
        return new NodePorts(numbers, Optional.of(policy));
    }

    NodePorts plus(int ordinal) {
        Map<Port, Integer> all = new LinkedHashMap<>();
        numbers.forEach((port, number) -> all.put(port, number + ordinal));
        return new NodePorts(all, externalTrafficPolicy);
    }

    void addTo(ServiceSpecBuilder spec) {
        externalTrafficPolicy.ifPresent(policy -> spec.withExternalTrafficPolicy(policy.value()));
    }
}
