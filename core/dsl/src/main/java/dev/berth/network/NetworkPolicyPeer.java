package dev.berth.network;

import dev.berth.manifest.Namespace;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.selector.SelectablePods;
import dev.berth.value.Cidr;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The other side of the traffic that a {@link NetworkPolicy} allows: pods, namespaces, or addresses. */
public sealed interface NetworkPolicyPeer {

    /** The pods of a workload in the namespace of the policy. */
    static Pods podsOf(SelectablePods pods) {
        return podsWith(pods.selector());
    }

    /**
     * The pods with these labels in the namespace of the policy, for pods that are not declared.
     *
     * @throws InvalidValueException if a key or a value is not valid in a label, or there is none
     */
    static Pods podsWith(Map<String, String> labels) {
        return new Pods(labels, Optional.empty());
    }

    /** All pods of this namespace, selected by the label that Kubernetes 1.22 and newer set on it. */
    static NetworkPolicyPeer podsIn(Namespace namespace) {
        return new Namespaces(List.of(byName(namespace)));
    }

    /** All pods of the namespaces whose labels meet all of these conditions. */
    static NetworkPolicyPeer podsInNamespaces(LabelSelectorRequirement first, LabelSelectorRequirement... more) {
        return new Namespaces(OneOrMore.of(first, more));
    }

    /** All pods of the cluster. */
    static NetworkPolicyPeer podsInEveryNamespace() {
        return new Namespaces(List.of());
    }

    /**
     * The addresses of a CIDR block, usually outside the cluster, because the addresses of pods change.
     *
     * @throws InvalidValueException if the text is not a CIDR block, for example {@code 10.0.0.1/8}
     */
    static IpBlock ipBlock(String cidr) {
        return new IpBlock(Cidr.of(cidr), List.of());
    }

    /** The peer as a fabric8 model. */
    io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer toModel();

    /** Conditions as a selector, in which a label with a single value is one of the {@code matchLabels}. */
    private static LabelSelector selector(List<LabelSelectorRequirement> requirements) {
        LabelSelectorBuilder selector = new LabelSelectorBuilder();
        Set<String> keys = new HashSet<>();
        for (LabelSelectorRequirement requirement : requirements) {
            List<String> values = requirement.values();
            if (requirement.operator().equals("In") && values.size() == 1 && keys.add(requirement.key())) {
                selector.addToMatchLabels(requirement.key(), values.get(0));
            } else {
                selector.addToMatchExpressions(requirement.toModel());
            }
        }
        return selector.build();
    }

    private static LabelSelectorRequirement byName(Namespace namespace) {
        return LabelSelectorRequirement.is("kubernetes.io/metadata.name", namespace.name());
    }

    /**
     * Pods with labels.
     *
     * @param labels the labels, all of which the pods must have
     * @param namespaces conditions on the labels of their namespace; defaults to the namespace of the policy
     */
    record Pods(Map<String, String> labels, Optional<List<LabelSelectorRequirement>> namespaces)
            implements NetworkPolicyPeer {

        /**
         * Creates a peer.
         *
         * @throws InvalidValueException if a key or a value is not valid in a label, or there is none
         */
        public Pods {
            if (labels.isEmpty()) {
                throw new InvalidValueException(
                        "NetworkPolicyPeer: podSelector: Required value: name a label, or use podsIn(namespace) for"
                                + " all of its pods");
            }
            labels = Collections.unmodifiableMap(
                    new LinkedHashMap<>(NameFormat.requireLabels("NetworkPolicyPeer", labels)));
            namespaces = namespaces.map(List::copyOf);
        }

        /** Returns a copy for the pods in this namespace. */
        public NetworkPolicyPeer in(Namespace namespace) {
            return new Pods(labels, Optional.of(List.of(byName(namespace))));
        }

        /** Returns a copy for the pods in the namespaces whose labels meet all of these conditions. */
        public NetworkPolicyPeer inNamespaces(LabelSelectorRequirement first, LabelSelectorRequirement... more) {
            return new Pods(labels, Optional.of(OneOrMore.of(first, more)));
        }

        /** Returns a copy for the pods in every namespace. */
        public NetworkPolicyPeer inEveryNamespace() {
            return new Pods(labels, Optional.of(List.of()));
        }

        @Override
        public io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer toModel() {
            return new NetworkPolicyPeerBuilder()
                    .withNamespaceSelector(
                            namespaces.map(NetworkPolicyPeer::selector).orElse(null))
                    .withPodSelector(
                            new LabelSelectorBuilder().withMatchLabels(labels).build())
                    .build();
        }
    }

    /**
     * All pods of namespaces.
     *
     * @param matches conditions on the labels of the namespaces; empty for every namespace
     */
    record Namespaces(List<LabelSelectorRequirement> matches) implements NetworkPolicyPeer {

        /** Creates a peer. */
        public Namespaces {
            matches = List.copyOf(matches);
        }

        @Override
        public io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer toModel() {
            return new NetworkPolicyPeerBuilder()
                    .withNamespaceSelector(NetworkPolicyPeer.selector(matches))
                    .build();
        }
    }

    /** Addresses of a CIDR block.
     *
     * @param block the block
     * @param exceptions smaller blocks in it that are excluded
     */
    record IpBlock(Cidr block, List<Cidr> exceptions) implements NetworkPolicyPeer {

        /**
         * Creates a peer.
         *
         * @throws InvalidValueException if an exception is not a smaller block within the block; Kubernetes 1.36,
         *     {@code ValidateIPBlock}
         */
        public IpBlock {
            exceptions = List.copyOf(exceptions);
            for (Cidr exception : exceptions) {
                if (!block.contains(exception) || block.equals(exception)) {
                    throw InvalidValueException.of(
                            "NetworkPolicyPeer exception", exception, "must be a smaller block in " + block);
                }
            }
        }

        /**
         * Returns a copy without the addresses of this block.
         *
         * @throws InvalidValueException if the text is not a CIDR block, or not a smaller block within the addresses
         */
        public IpBlock except(String cidr) {
            List<Cidr> all = new ArrayList<>(exceptions);
            all.add(Cidr.of(cidr));
            return new IpBlock(block, all);
        }

        @Override
        public io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer toModel() {
            return new NetworkPolicyPeerBuilder()
                    .withNewIpBlock()
                    .withCidr(block.toString())
                    .withExcept(exceptions.stream().map(Cidr::toString).toList())
                    .endIpBlock()
                    .build();
        }
    }
}
