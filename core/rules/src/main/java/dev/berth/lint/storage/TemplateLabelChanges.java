package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.PodOwner.ClaimTemplatePlace;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A label of a claim template that changes with every release of the chart or of the image. */
public final class TemplateLabelChanges extends ClaimTemplateRule {
    public TemplateLabelChanges() {
        super(
                Level.WARNING,
                new Rule(
                        "claim-template-label-changes",
                        "ValidateStatefulSetUpdate",
                        "pkg/apis/apps/validation/validation.go"),
                "Claim templates cannot change, so the API server refuses the whole update as soon as a release changes"
                        + " the label.",
                "Remove the label from the claim template before the StatefulSet is created. The StatefulSet and its"
                        + " pods may have it.");
    }

    @Override
    void check(ObjectSet set, PodOwner workload, ClaimTemplatePlace template, LintReport report) {
        Map<String, String> labels = labels(template.metadata());
        if (labels.isEmpty()) {
            return;
        }
        Map<String, String> others = new HashMap<>(labels(workload.object().getMetadata()));
        others.putAll(workload.pod().labels());
        ReleaseLabels.among(labels, images(workload), others)
                .forEach((key, value) -> report.invalid(
                        this,
                        workload.object(),
                        template.path() + ".metadata.labels",
                        "\"" + key + ": " + value + "\" changes with every release."));
    }

    private static List<String> images(PodOwner workload) {
        List<String> images = new ArrayList<>();
        for (TemplatedPod.Place place : workload.containers()) {
            String image = place.container().getImage();
            if (image != null) {
                images.add(image);
            }
        }
        return images;
    }

    private static Map<String, String> labels(@Nullable ObjectMeta metadata) {
        Map<String, String> labels = metadata == null ? null : metadata.getLabels();
        Map<String, String> present = new HashMap<>();
        if (labels != null) {
            labels.forEach((key, value) -> present.put(key, value == null ? "" : value));
        }
        return present;
    }
}
