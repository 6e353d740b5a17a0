package dev.berth.network;

import dev.berth.manifest.Namespace;
import dev.berth.value.NameFormat;
import java.util.Optional;

/**
 * The DNS name of a pod or a Service in the cluster, with or without a port. It is a string: it can be used in
 * environment variables, in arguments and in configuration files, and {@link String#join(CharSequence, Iterable)} joins
 * several.
 *
 * <pre>{@code
 * var peers = String.join(",", set.addresses(sql));
 * var fromAnywhere = set.address(0, sql).in(demo);
 * }</pre>
 *
 * <p>Source: Kubernetes 1.36, {@code pkg/kubelet/network/dns/dns.go}, {@code generateSearchesForDNSClusterFirst}: a pod
 * completes a name with its own namespace, with {@code svc} and with the domain of the cluster.
 *
 * @param name the name of the pod or the Service
 * @param host the DNS name within the namespace: {@code postgres-0.postgres-headless}
 * @param domain what follows the host, with its dot; empty within the namespace
 * @param port the port; empty if there is none
 */
public record Address(String name, String host, String domain, Optional<Integer> port) implements CharSequence {

    private static final String CLUSTER_DOMAIN = "cluster.local";

    /** The DNS name of a pod or a Service within its namespace. */
    public static Address of(String name, String host) {
        return new Address(name, host, "", Optional.empty());
    }

    /** Returns a copy with this port. */
    public Address port(int number) {
        return new Address(name, host, domain, Optional.of(number));
    }

    /**
     * Returns a copy for pods of every namespace: {@code postgres-0.postgres-headless.demo.svc}.
     *
     * @param namespace the namespace of the file that contains the Service
     */
    public Address in(Namespace namespace) {
        return new Address(name, host, "." + namespace.name() + ".svc", port);
    }

    /**
     * Returns a copy with the domain that clusters have by default: {@code
     * postgres-0.postgres-headless.demo.svc.cluster.local}.
     *
     * @param namespace the namespace of the file that contains the Service
     */
    public Address fullyQualified(Namespace namespace) {
        return fullyQualified(namespace, CLUSTER_DOMAIN);
    }

    /**
     * Returns a copy with the domain of the cluster.
     *
     * @param namespace the namespace of the file that contains the Service
     * @param clusterDomain the {@code clusterDomain} of the kubelets
     * @throws dev.berth.value.InvalidValueException if the domain is not a DNS subdomain
     */
    public Address fullyQualified(Namespace namespace, String clusterDomain) {
        NameFormat.DNS_SUBDOMAIN.require("Address: cluster domain", clusterDomain);
        return new Address(name, host, "." + namespace.name() + ".svc." + clusterDomain, port);
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    /** The name, followed by a colon and the port if there is one. */
    @Override
    public String toString() {
        return host + domain + port.map(number -> ":" + number).orElse("");
    }
}
