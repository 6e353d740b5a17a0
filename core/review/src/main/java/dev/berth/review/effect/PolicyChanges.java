package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Map;
import java.util.TreeMap;

/** A NetworkPolicy cuts off its pods, or no longer protects them. */
final class PolicyChanges implements EffectRule {
    private static final String FILE = "staging/src/k8s.io/api/networking/v1/types.go";
    private static final Rule DENIES = new Rule("network-policy-denies-all", "NetworkPolicySpec", FILE);
    private static final Rule GONE = new Rule("network-policy-gone", "NetworkPolicySpec", FILE);
    private static final Map<String, String> DIRECTIONS =
            new TreeMap<>(Map.of("Ingress", "ingress", "Egress", "egress"));

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("NetworkPolicy")) {
            return;
        }
        if (change.isDeletion()) {
            outcome.add(
                    Effect.DELETED,
                    GONE,
                    "Pods that no other policy selects accept traffic from everywhere from now on.",
                    "Keep the policy, or state in the pull request what replaces it.");
        }
        if (!change.isUpdate()) {
            return;
        }
        DIRECTIONS.forEach((type, field) -> {
            if (has(change.now("spec", "policyTypes"), type)
                    && change.now("spec", field).isEmpty()
                    && !change.old("spec", field).isEmpty()) {
                change.within("spec." + field).stream()
                        .findFirst()
                        .ifPresent(gone -> outcome.add(
                                Effect.IN_PLACE,
                                DENIES,
                                gone,
                                "Without a rule, nothing is allowed: the selected pods are cut off from all " + field
                                        + " traffic that no other policy allows.",
                                "Keep a rule for each required connection."));
            }
        });
    }

    private static boolean has(JsonNode types, String type) {
        for (JsonNode entry : types) {
            if (entry.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
