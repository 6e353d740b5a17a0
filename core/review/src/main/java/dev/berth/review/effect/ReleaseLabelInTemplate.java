package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Effect;
import dev.berth.lint.storage.ReleaseLabels;
import dev.berth.lint.storage.TemplateLabelChanges;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A new StatefulSet has a claim template with a label that changes with every release: the fix is still free. */
final class ReleaseLabelInTemplate implements EffectRule {
    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StatefulSet") || !change.isCreation()) {
            return;
        }
        TreeObject set = change.object();
        for (JsonNode template : set.body().path("spec").path("volumeClaimTemplates")) {
            Map<String, String> labels = labels(template.path("metadata"));
            if (!labels.isEmpty()) {
                String path = "spec.volumeClaimTemplates["
                        + template.path("metadata").path("name").asText() + "].metadata.labels[";
                TemplateLabelChanges rule = new TemplateLabelChanges();
                ReleaseLabels.among(labels, images(set), others(set))
                        .forEach((key, value) -> outcome.add(
                                Effect.CREATED,
                                rule.rule(),
                                new FieldChange(path + key + "]", null, TextNode.valueOf(value)),
                                "The label changes with every release. " + rule.consequence(),
                                rule.remedy()));
            }
        }
    }

    private static List<String> images(TreeObject set) {
        return PodTemplate.asWritten(set).map(PodTemplate::containers).orElse(List.of()).stream()
                .map(container -> container.body().path("image").asText())
                .toList();
    }

    private static Map<String, String> others(TreeObject set) {
        Map<String, String> labels = labels(set.body().path("metadata"));
        PodTemplate.asWritten(set).ifPresent(pods -> labels.putAll(labels(pods.metadata())));
        return labels;
    }

    private static Map<String, String> labels(JsonNode metadata) {
        Map<String, String> labels = new HashMap<>();
        metadata.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
