package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.PodOwner.ClaimTemplatePlace;
import dev.berth.lint.rule.StatefulSetRule;
import java.util.HashSet;
import java.util.Set;

/** Two claim templates with the same name. */
public final class TemplateDuplicate extends StatefulSetRule {

    public TemplateDuplicate() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-template-duplicate",
                        "getPersistentVolumeClaims",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "Only the last one is created; the other one is silently ignored.",
                "Give each a unique name.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Set<String> earlier = new HashSet<>();
        for (ClaimTemplatePlace template : workload.namedClaimTemplates()) {
            if (!earlier.add(template.name())) {
                report.invalid(
                        this,
                        workload.object(),
                        template.path() + ".metadata.name",
                        "An earlier claim template has the name \"" + template.name() + "\" too.");
            }
        }
    }
}
