package dev.berth.network;

import dev.berth.value.Cidr;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the address of a {@link Service} can be reached from. Only a Service that is reachable from outside has node
 * ports and an external traffic policy, and only a load balancer has a class and source ranges.
 *
 * <p>Source of the limits: Kubernetes 1.36, {@code pkg/apis/core/validation/validation.go}, {@code ValidateService}.
 */
public sealed interface ServiceType {

    /** From within the cluster. The default of Kubernetes. */
    static ServiceType clusterIp() {
        return new ClusterIp();
    }

    /** Also through a port of every node. Kubernetes assigns the number of each port that has none. */
    static NodePort nodePort() {
        return new NodePort(NodePorts.ASSIGNED);
    }

    /** Also through a load balancer of the cloud provider. */
    static LoadBalancer loadBalancer() {
        return new LoadBalancer(NodePorts.ASSIGNED, Optional.empty(), List.of(), true);
    }

    /** The name of the type, as in the API. */
    String value();

    /** The numbers of the ports on the nodes that are declared. */
    default Map<Port, Integer> nodePorts() {
        return Map.of();
    }

    /** The type for the Service of a single pod: each declared node port has the ordinal added. */
    default ServiceType forPod(int ordinal) {
        return this;
    }

    /** Writes the fields of the type. */
    void addTo(ServiceSpecBuilder spec);

    /** From within the cluster. */
    record ClusterIp() implements ServiceType {

        @Override
        public String value() {
            return "ClusterIP";
        }

        @Override
        public void addTo(ServiceSpecBuilder spec) {
            spec.withType(value());
        }
    }

    /**
     * Through a port of every node.
     *
     * @param ports the numbers on the nodes, and how traffic from there is distributed
     */
    record NodePort(NodePorts ports) implements ServiceType {

        /**
         * Returns a copy in which this port has this number on every node. The range of a cluster defaults to 30000 to
         * 32767.
         *
         * @throws InvalidValueException if the number is not within 1 to 65535, or the port has a number already
         */
        public NodePort nodePort(Port port, int number) {
            return new NodePort(ports.nodePort(port, number));
        }

        /** Returns a copy with this policy for traffic from outside. Defaults to {@link TrafficPolicy#CLUSTER}. */
        public NodePort externalTrafficPolicy(TrafficPolicy policy) {
            return new NodePort(ports.externalTrafficPolicy(policy));
        }

        @Override
        public String value() {
            return "NodePort";
        }

        @Override
        public Map<Port, Integer> nodePorts() {
            return ports.numbers();
        }

        @Override
        public ServiceType forPod(int ordinal) {
            return new NodePort(ports.plus(ordinal));
        }

        @Override
        public void addTo(ServiceSpecBuilder spec) {
            spec.withType(value());
            ports.addTo(spec);
        }
    }

    /**
     * Through a load balancer.
     *
     * @param ports the numbers on the nodes, and how traffic from there is distributed
     * @param balancerClass the implementation; empty for that of the cloud provider
     * @param sourceRanges the clients that the load balancer accepts; empty for all
     * @param allocateNodePorts whether the ports also have numbers on the nodes
     */
    record LoadBalancer(
            NodePorts ports, Optional<String> balancerClass, List<Cidr> sourceRanges, boolean allocateNodePorts)
            implements ServiceType {

        /** Copies the list. */
        public LoadBalancer {
            sourceRanges = List.copyOf(sourceRanges);
        }

        /**
         * Returns a copy in which this port has this number on every node.
         *
         * @throws InvalidValueException if the number is not within 1 to 65535, or the port has a number already
         */
        public LoadBalancer nodePort(Port port, int number) {
            return new LoadBalancer(ports.nodePort(port, number), balancerClass, sourceRanges, allocateNodePorts);
        }

        /** Returns a copy with this policy for traffic from outside. Defaults to {@link TrafficPolicy#CLUSTER}. */
        public LoadBalancer externalTrafficPolicy(TrafficPolicy policy) {
            return new LoadBalancer(
                    ports.externalTrafficPolicy(policy), balancerClass, sourceRanges, allocateNodePorts);
        }

        /**
         * Returns a copy for another implementation than that of the cloud provider, such as {@code
         * service.k8s.aws/nlb}. It is immutable while the type stays.
         *
         * @throws InvalidValueException if the class is not a qualified name
         */
        public LoadBalancer loadBalancerClass(String name) {
            NameFormat.QUALIFIED_NAME.require("ServiceType: loadBalancerClass", name);
            return new LoadBalancer(ports, Optional.of(name), sourceRanges, allocateNodePorts);
        }

        /**
         * Returns a copy that also accepts clients of this block, such as {@code 10.0.0.0/8}. Without a block, every
         * client is accepted.
         *
         * @throws InvalidValueException if the text is not a CIDR block
         */
        public LoadBalancer loadBalancerSourceRange(String cidr) {
            List<Cidr> all = new ArrayList<>(sourceRanges);
            all.add(Cidr.of(cidr));
            return new LoadBalancer(ports, balancerClass, all, allocateNodePorts);
        }

        /** Returns a copy without ports on the nodes, for a load balancer that reaches the pods directly. */
        public LoadBalancer withoutNodePorts() {
            return new LoadBalancer(ports, balancerClass, sourceRanges, false);
        }

        @Override
        public String value() {
            return "LoadBalancer";
        }

        @Override
        public Map<Port, Integer> nodePorts() {
            return ports.numbers();
        }

        @Override
        public ServiceType forPod(int ordinal) {
            return new LoadBalancer(ports.plus(ordinal), balancerClass, sourceRanges, allocateNodePorts);
        }

        @Override
        public void addTo(ServiceSpecBuilder spec) {
            spec.withType(value());
            ports.addTo(spec);
            balancerClass.ifPresent(spec::withLoadBalancerClass);
            spec.withLoadBalancerSourceRanges(
                    sourceRanges.stream().map(Cidr::toString).toList());
            if (!allocateNodePorts) {
                spec.withAllocateLoadBalancerNodePorts(false);
            }
        }
    }
}
