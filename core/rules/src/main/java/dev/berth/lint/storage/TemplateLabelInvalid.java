package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.PodOwner.ClaimTemplatePlace;
import dev.berth.rules.format.Format;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A label of a claim template that is invalid in a claim: templates are not validated. */
public final class TemplateLabelInvalid extends ClaimTemplateRule {

    public TemplateLabelInvalid() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-template-label-invalid",
                        "newVersionedStatefulSetPod",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The claims cannot be created, so no pod is created.",
                "Use valid labels.");
    }

    @Override
    void check(ObjectSet set, PodOwner workload, ClaimTemplatePlace template, LintReport report) {
        String path = template.path() + ".metadata.labels";
        Map<String, String> given = template.metadata().getLabels();
        Map<String, String> labels = given == null ? Map.of() : given;
        new TreeMap<>(labels).forEach((key, value) -> {
            if (!isValid(key, value)) {
                report.invalid(this, workload.object(), path, "\"" + key + ": " + value + "\" is no label.");
            }
        });
    }

    private static boolean isValid(String key, @Nullable String value) {
        return Format.QUALIFIED_NAME.fits(key) && (value == null || Format.LABEL_VALUE.fits(value));
    }
}
