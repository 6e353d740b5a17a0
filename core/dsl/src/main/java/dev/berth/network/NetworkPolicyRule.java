package dev.berth.network;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Traffic that is allowed: with these peers, on these ports. For ingress, the peers send; for egress, they receive. The
 * ports are always those of the receiving side.
 *
 * @param peers the other side; empty for anyone
 * @param ports the ports; if there are no ports and no ranges, every port
 * @param ranges ranges of ports
 */
public record NetworkPolicyRule(List<NetworkPolicyPeer> peers, List<Port> ports, List<Range> ranges) {

    /**
     * Ports from one number to another.
     *
     * @param protocol the protocol
     * @param first the lowest port, at least 1
     * @param last the highest port, at most 65535; Kubernetes 1.36, {@code ValidateNetworkPolicyPort}
     */
    public record Range(Port.Protocol protocol, int first, int last) {

        /**
         * Creates a range.
         *
         * @throws InvalidValueException if the range does not ascend, or is not within 1 to 65535
         */
        public Range {
            if (first < 1 || last > 65535 || first > last) {
                throw InvalidValueException.of(
                        "NetworkPolicyRule range", first + "-" + last, "must ascend within 1 to 65535, inclusive");
            }
        }
    }

    /** Creates a rule. */
    public NetworkPolicyRule {
        peers = List.copyOf(peers);
        ports = List.copyOf(ports);
        ranges = List.copyOf(ranges);
    }

    /** Traffic with one of these peers, on every port. */
    public static NetworkPolicyRule with(NetworkPolicyPeer first, NetworkPolicyPeer... more) {
        return new NetworkPolicyRule(OneOrMore.of(first, more), List.of(), List.of());
    }

    /** Traffic with anyone, on every port. */
    public static NetworkPolicyRule withAnyone() {
        return new NetworkPolicyRule(List.of(), List.of(), List.of());
    }

    /** Returns a copy with these ports added. Only their numbers and protocols matter. */
    public NetworkPolicyRule ports(Port first, Port... more) {
        List<Port> all = new ArrayList<>(ports);
        all.addAll(OneOrMore.of(first, more));
        return new NetworkPolicyRule(peers, all, ranges);
    }

    /**
     * Returns a copy with all ports of this range added. Stable in Kubernetes 1.25. Some network plugins ignore the end
     * of the range.
     *
     * @throws InvalidValueException if the range does not ascend, or is not within 1 to 65535
     */
    public NetworkPolicyRule portRange(Port.Protocol protocol, int first, int last) {
        List<Range> all = new ArrayList<>(ranges);
        all.add(new Range(protocol, first, last));
        return new NetworkPolicyRule(peers, ports, all);
    }

    List<NetworkPolicyPort> portsToModel() {
        Stream<NetworkPolicyPort> single =
                ports.stream().map(port -> port(port.protocol(), port.number()).build());
        Stream<NetworkPolicyPort> ranged = ranges.stream().map(range -> port(range.protocol(), range.first())
                .withEndPort(range.last())
                .build());
        return Stream.concat(single, ranged).toList();
    }

    private static NetworkPolicyPortBuilder port(Port.Protocol protocol, int number) {
        return new NetworkPolicyPortBuilder().withProtocol(protocol.name()).withPort(new IntOrString(number));
    }
}
