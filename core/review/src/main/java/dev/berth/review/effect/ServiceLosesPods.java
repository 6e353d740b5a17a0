package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Pods are deleted or change their labels, and a Service that only selected them selects nothing. */
final class ServiceLosesPods implements EffectRule {
    private static final Rule RULE =
            new Rule("pods-leave-service", "syncService", "pkg/controller/endpointslice/endpointslice_controller.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        Optional<PodTemplate> pods = change.before().flatMap(PodTemplate::of);
        if (pods.isEmpty()) {
            return;
        }
        List<FieldChange> labels = change.within(pods.get().pathOf("metadata.labels"));
        List<FieldChange> causes = labels.isEmpty() ? fewer(change) : labels;
        if (causes.isEmpty() && !change.isDeletion()) {
            return;
        }
        FieldChange cause = causes.isEmpty() ? new FieldChange("", null, null) : causes.get(0);
        for (TreeObject service : servicesOf(pods.get(), trees)) {
            if (trees.podsAfter()
                    .selected(change.id().namespace(), service.at("spec", "selector"))
                    .isEmpty()) {
                outcome.add(
                        Effect.IN_PLACE,
                        RULE,
                        cause,
                        labels.isEmpty()
                                ? service.id() + " only selects these pods: it has no endpoints once they are deleted."
                                : service.id() + " selects these pods by labels that they no longer have: it has no"
                                        + " endpoints once they are replaced.",
                        labels.isEmpty()
                                ? "Change the selector of the Service as well, or delete it."
                                : "Change the selector of the Service as well, once the pods have both labels.");
            }
        }
    }

    private static List<FieldChange> fewer(Transition change) {
        return change.kind().equals("StatefulSet")
                ? change.changes().stream()
                        .filter(field -> field.path().equals("spec.replicas") || field.isWithin("spec.ordinals"))
                        .toList()
                : List.of();
    }

    /** Returns the Services of the new tree that selected these pods of the old one. */
    private static Set<TreeObject> servicesOf(PodTemplate pods, Trees trees) {
        TreeObject owner = pods.owner();
        String namespace = owner.id().namespace();
        Set<TreeObject> services = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> label : pods.metadata().path("labels").properties()) {
            services.addAll(trees.servicesSelecting(
                    namespace, label.getKey(), label.getValue().asText()));
        }
        services.removeIf(service -> trees.podsBefore().selected(namespace, service.at("spec", "selector")).stream()
                .noneMatch(selected -> selected.owner().id().equals(owner.id())));
        return services;
    }
}
