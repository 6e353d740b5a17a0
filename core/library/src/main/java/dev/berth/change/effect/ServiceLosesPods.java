package dev.berth.change.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.change.model.Effect;
import dev.berth.change.model.FieldChange;
import dev.berth.change.model.Outcome;
import dev.berth.change.model.PodTemplate;
import dev.berth.change.model.Transition;
import dev.berth.change.model.TreeObject;
import dev.berth.change.model.Trees;
import dev.berth.rules.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods change their labels, and a Service that led to them selects nothing. */
final class ServiceLosesPods implements EffectRule {
    private static final Rule RULE =
            new Rule("pods-leave-service", "syncService", "pkg/controller/endpointslice/endpointslice_controller.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.isUpdate()) {
            return;
        }
        PodTemplate.of(change.before().orElseThrow()).ifPresent(before -> {
            List<FieldChange> labels = change.within(before.pathOf("metadata.labels"));
            if (labels.isEmpty()) {
                return;
            }
            String namespace = change.id().namespace();
            Set<TreeObject> affected = new LinkedHashSet<>();
            for (Map.Entry<String, JsonNode> label :
                    before.metadata().path("labels").properties()) {
                affected.addAll(trees.servicesSelecting(
                        namespace, label.getKey(), label.getValue().asText()));
            }
            for (TreeObject service : affected) {
                JsonNode selector = service.at("spec", "selector");
                if (covers(selector, before.metadata().path("labels"))
                        && trees.podsAfter().selected(namespace, selector).isEmpty()) {
                    outcome.add(
                            Effect.IN_PLACE,
                            RULE,
                            labels.get(0),
                            service.id() + " selects these pods by labels that they no longer have: it has no endpoints"
                                    + " once they are replaced.",
                            "Change the selector of the Service as well, after the pods have both labels.");
                }
            }
        });
    }

    private static boolean covers(JsonNode selector, JsonNode labels) {
        if (selector.isEmpty()) {
            return false;
        }
        for (var label : selector.properties()) {
            if (!label.getValue().equals(labels.path(label.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
