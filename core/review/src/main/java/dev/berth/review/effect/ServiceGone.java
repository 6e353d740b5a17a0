package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;

/** A Service that selected pods is deleted, and its DNS names with it. */
final class ServiceGone implements EffectRule {
    private static final Rule RULE =
            new Rule("service-gone", "syncService", "pkg/controller/endpointslice/endpointslice_controller.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("Service") || !change.isDeletion()) {
            return;
        }
        List<PodTemplate> pods = trees.podsBefore().selected(change.id().namespace(), change.old("spec", "selector"));
        if (pods.isEmpty()) {
            return;
        }
        String name = change.id().name();
        String address = name
                + (change.id().namespace().isEmpty() ? "" : "." + change.id().namespace());
        String single = pods.stream()
                .filter(template ->
                        template.owner().at("spec", "serviceName").asText("").equals(name))
                .map(template -> new SetClaims(template.owner()))
                .filter(set -> set.replicas() > 0)
                .map(set -> " The pods no longer have addresses under it either, such as " + set.pod(set.start()) + "."
                        + address + ".")
                .findFirst()
                .orElse("");
        String next = trees.successor(change.object())
                .map(successor -> " " + successor.id() + " looks like its new name.")
                .orElse("");
        outcome.add(
                Effect.DELETED,
                RULE,
                "Clients of " + address + " no longer reach anything once it is deleted." + single + next,
                "Keep it beside the new one until no client uses its name.");
    }
}
