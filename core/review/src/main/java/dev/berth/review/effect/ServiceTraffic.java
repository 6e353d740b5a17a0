package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.List;

/** Clients of a Service can no longer reach what they used. */
final class ServiceTraffic implements EffectRule {
    private static final Rule NOTHING = new Rule(
            "service-selects-nothing", "syncService", "pkg/controller/endpointslice/endpointslice_controller.go");
    private static final Rule HEADLESS =
            new Rule("service-stays-headless", "patchAllocatedValues", "pkg/registry/core/service/storage/storage.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("Service") || !change.isUpdate()) {
            return;
        }
        List<FieldChange> selector = change.within("spec.selector");
        String namespace = change.id().namespace();
        JsonNode before = change.old("spec", "selector");
        JsonNode after = change.now("spec", "selector");
        List<PodTemplate> selected = trees.podsBefore().selected(namespace, before);
        if (!selector.isEmpty() && trees.podsAfter().selected(namespace, after).isEmpty()) {
            String lost = selected.isEmpty()
                    ? ""
                    : " It selected "
                            + Names.list(selected.stream()
                                    .map(pods -> pods.owner().id().toString())
                                    .toList()) + ".";
            outcome.add(
                    Effect.IN_PLACE,
                    NOTHING,
                    selector.get(0),
                    "No pods of the tree have these labels: the Service has no endpoints once this is applied." + lost
                            + refused(trees.refusedPods(namespace, after)),
                    "Add the labels to the pods first, and wait until they are Ready.");
        }
        if (before(change).equals("None") && change.now("spec", "clusterIP").isMissingNode()) {
            change.change("spec.clusterIP")
                    .ifPresent(field -> outcome.add(
                            Effect.IN_PLACE,
                            HEADLESS,
                            field,
                            "Accepted without effect: an address that is not set stays as it is, and the Service"
                                    + " stays headless.",
                            "Delete and recreate the Service, under another name if something depends on it."));
        }
        ServicePortChanges.add(change, outcome);
    }

    private static String refused(List<PodTemplate> pods) {
        return pods.isEmpty()
                ? ""
                : " The API server refuses the change that adds them to "
                        + Names.list(pods.stream()
                                .map(template -> template.owner().id().toString())
                                .toList())
                        + ", and the Service changes all the same.";
    }

    private static String before(Transition change) {
        return change.old("spec", "clusterIP").asText("");
    }
}
