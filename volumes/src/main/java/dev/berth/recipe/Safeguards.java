package dev.berth.recipe;

import static dev.berth.workload.TopologySpreadConstraint.WhenUnsatisfiable.SCHEDULE_ANYWAY;

import dev.berth.network.NetworkPolicy;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.network.NetworkPolicyRule;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.PodAmount;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.TopologySpreadConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a recipe adds to its StatefulSets to keep them safe and available. */
final class Safeguards {

    /** The pod annotation that tells the review which container gives the running server its changed configuration. */
    private static final String RELOAD_CONTAINER = "berth.dev/reload-container";

    private final Recipe recipe;

    private Safeguards(Recipe recipe) {
        this.recipe = recipe;
    }

    static Safeguards of(Recipe recipe) {
        return new Safeguards(recipe);
    }

    StatefulSet addTo(StatefulSet declared) {
        ServerImage server = recipe.server();
        List<ClaimTemplate> volumes = declared.allVolumeClaimTemplates();
        StatefulSet set = recipe.volumeOwner()
                .addTo(declared, server, volumes)
                .withAutomountServiceAccountToken(false)
                .withClaimRetention(recipe.claimRetention())
                .withUpdateStrategy(recipe.updateStrategy())
                .withContainer(container -> container
                        .withResources(container.resources().orElse(recipe.resources()))
                        .withSecurityContext(recipe.containerSecurity()));
        if (recipe.podManagementPolicy().isPresent()) {
            set = set.withPodManagementPolicy(recipe.podManagementPolicy());
        }
        Optional<Port> metrics = recipe.metricsPort().filter(set.ports()::contains);
        if (recipe.metrics().isPresent() && metrics.isPresent()) {
            set = set.plusPodAnnotation("prometheus.io/scrape", "true")
                    .plusPodAnnotation(
                            "prometheus.io/port",
                            Integer.toString(metrics.orElseThrow().number()));
        }
        if (recipe.configChanges() == ConfigChanges.RELOAD
                && !declared.restartTriggers().isEmpty()) {
            set = set.plusPodAnnotation(RELOAD_CONTAINER, Recipe.RELOAD_CONTAINER);
        }
        if (recipe.omits(Safeguard.STARTUP_PROBE)) {
            set = set.withContainer(container -> container.withStartupProbe(Optional.empty()));
        }
        return declared.replicas() < 2 || recipe.omits(Safeguard.SPREADING)
                ? set
                : set.plusTopologySpreadConstraints(
                        TopologySpreadConstraint.overNodes(SCHEDULE_ANYWAY),
                        TopologySpreadConstraint.overZones(SCHEDULE_ANYWAY));
    }

    /** A budget for each StatefulSet with several pods. A single pod has none, because it would block every drain. */
    List<PodDisruptionBudget> budgets(List<StatefulSet> sets) {
        if (recipe.omits(Safeguard.DISRUPTION_BUDGET)) {
            return List.of();
        }
        return sets.stream()
                .filter(set -> set.replicas() > 1)
                .map(set -> PodDisruptionBudget.named(set.name())
                        .selecting(set)
                        .limit(PodDisruptionBudget.maxUnavailable(PodAmount.pods(1)))
                        .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
                        .build())
                .toList();
    }

    /** A policy for each StatefulSet, unless everyone may connect. */
    List<NetworkPolicy> networkPolicies(List<StatefulSet> sets) {
        List<NetworkPolicyPeer> clients = recipe.clients().peers();
        if (clients.isEmpty()) {
            return List.of();
        }
        return sets.stream().map(set -> policy(set, sets, clients)).toList();
    }

    private NetworkPolicy policy(StatefulSet set, List<StatefulSet> sets, List<NetworkPolicyPeer> clients) {
        List<NetworkPolicyPeer> admitted = new ArrayList<>(clients);
        admitted.addAll(recipe.ownClients());
        if (recipe.hasPeers()) {
            sets.forEach(peer -> admitted.add(NetworkPolicyPeer.podsOf(peer)));
        }
        List<NetworkPolicyRule> rules = new ArrayList<>();
        rules.add(rule(admitted, set.ports()));
        recipe.metrics()
                .map(Metrics::scrapers)
                .filter(scrapers -> !scrapers.isEmpty()
                        && recipe.metricsPort().filter(set.ports()::contains).isPresent())
                .ifPresent(scrapers ->
                        rules.add(rule(scrapers, recipe.metricsPort().stream().toList())));
        return NetworkPolicy.named(set.name())
                .selecting(set)
                .ingress(NetworkPolicy.allow(
                        rules.get(0), rules.subList(1, rules.size()).toArray(NetworkPolicyRule[]::new)))
                .build();
    }

    private static NetworkPolicyRule rule(List<NetworkPolicyPeer> peers, List<Port> ports) {
        return NetworkPolicyRule.with(
                        peers.get(0), peers.subList(1, peers.size()).toArray(NetworkPolicyPeer[]::new))
                .ports(ports.get(0), ports.subList(1, ports.size()).toArray(Port[]::new));
    }
}
