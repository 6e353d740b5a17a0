package dev.berth.postgres;

import dev.berth.network.NetworkPolicy;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.NetworkPolicyRule;
import dev.berth.value.Port;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may connect to the instances: the clients, the instances among each other, and the operator. Source: CloudNativePG
 * 1.30.0, {@code docs/src/networking.md} and {@code docs/src/samples/networkpolicy-example.yaml}. An instance also asks
 * the others for their status, to find out whether it is cut off: {@code docs/src/instance_manager.md}.
 */
final class ClusterPolicy {

    private ClusterPolicy() {}

    /** The policy, unless everyone may connect. */
    static List<NetworkPolicy> of(CloudNativePgCluster cluster) {
        List<NetworkPolicyPeer> clients = cluster.postgres().clients().peers();
        if (clients.isEmpty()) {
            return List.of();
        }
        List<NetworkPolicyPeer> admitted = new ArrayList<>(clients);
        cluster.jobs().map(BackupJobs::client).ifPresent(admitted::add);
        List<NetworkPolicyRule> more = new ArrayList<>();
        more.add(NetworkPolicyRule.with(NetworkPolicyPeer.podsOf(cluster), cluster.operator())
                .ports(CloudNativePgCluster.SERVER_PORT, CloudNativePgCluster.STATUS_PORT));
        if (!cluster.scrapers().isEmpty()) {
            more.add(rule(cluster.scrapers(), CloudNativePgCluster.METRICS_PORT));
        }
        return List.of(NetworkPolicy.named(cluster.name())
                .selecting(cluster)
                .ingress(NetworkPolicy.allow(
                        rule(admitted, CloudNativePgCluster.SERVER_PORT), more.toArray(NetworkPolicyRule[]::new)))
                .build());
    }

    private static NetworkPolicyRule rule(List<NetworkPolicyPeer> peers, Port port) {
        return NetworkPolicyRule.with(
                        peers.get(0), peers.subList(1, peers.size()).toArray(NetworkPolicyPeer[]::new))
                .ports(port);
    }
}
