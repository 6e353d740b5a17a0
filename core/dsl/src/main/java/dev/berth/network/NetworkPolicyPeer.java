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

    /** The pods of a workload in the policy's namespace. */
    static Pods podsOf(SelectablePods pods) {
        return podsWith(pods.selector());
    }

    /**
     * The pods with these labels in the policy's namespace, for pods that no declaration makes.
     *
     * @throws InvalidValueException when a key or a value is none of a label, or there is none
     */
    static Pods podsWith(Map<String, String> labels) {
        return new Pods(labels, Optional.empty());
    }

    /** All pods of this namespace, by the label that Kubernetes gives it; 1.22 and newer. */
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
     * The addresses of a block, mostly outside of the cluster: the addresses of pods change.
     *
     * @throws InvalidValueException when it is no block, for example {@code 10.0.0.1/8}
     */
    static IpBlock ipBlock(String cidr) {
        return new IpBlock(Cidr.of(cidr), List.of());
    }

    /** The peer in the model. */
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
     * @param labels all labels that they have
     * @param namespaces conditions on the labels of their namespace; the policy's own namespace unless given
     */
    record Pods(Map<String, String> labels, Optional<List<LabelSelectorRequirement>> namespaces)
            implements NetworkPolicyPeer {

        /**
         * Names pods.
         *
         * @throws InvalidValueException when a key or a value is none of a label, or there is none
         */
        public Pods {
            if (labels.isEmpty()) {
                throw new InvalidValueException(
                        "NetworkPolicyPeer: podSelector: Required value: name a label, or say podsIn(namespace) for"
                                + " all of its pods");
            }
            labels = Collections.unmodifiableMap(
                    new LinkedHashMap<>(NameFormat.requireLabels("NetworkPolicyPeer", labels)));
            namespaces = namespaces.map(List::copyOf);
        }

        /** Such pods of this namespace instead. */
        public NetworkPolicyPeer in(Namespace namespace) {
            return new Pods(labels, Optional.of(List.of(byName(namespace))));
        }

        /** Such pods of the namespaces whose labels meet all of these conditions instead. */
        public NetworkPolicyPeer inNamespaces(LabelSelectorRequirement first, LabelSelectorRequirement... more) {
            return new Pods(labels, Optional.of(OneOrMore.of(first, more)));
        }

        /** Such pods of every namespace instead. */
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
     * @param matches conditions on the labels of the namespaces; none is every namespace
     */
    record Namespaces(List<LabelSelectorRequirement> matches) implements NetworkPolicyPeer {

        /** Takes the conditions. */
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

    /**
     * IpBlock.
     *
     * @param block all of them
     * @param exceptions blocks in it that are left out
     */
    record IpBlock(Cidr block, List<Cidr> exceptions) implements NetworkPolicyPeer {

        /**
         * Says which addresses.
         *
         * @throws InvalidValueException when an exception does not lie within the block, or is all of it; Kubernetes 1.36,
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
         * The same addresses but for those of this block.
         *
         * @throws InvalidValueException when it is no block, does not lie within the addresses, or is all of them
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
