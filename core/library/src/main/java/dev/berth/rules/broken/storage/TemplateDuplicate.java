package dev.berth.rules.broken.storage;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.broken.rule.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two claim templates of one name. */
public final class TemplateDuplicate extends SetRule {

    /** Makes the rule. */
    public TemplateDuplicate() {
        super(
                Severity.BROKEN,
                new Rule(
                        "claim-template-duplicate",
                        "getPersistentVolumeClaims",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "Only the last one is made; the other one is left out without a word.",
                "Give each a name of its own.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (Workload workload : set.statefulSets()) {
            List<PersistentVolumeClaim> templates =
                    ((StatefulSet) workload.object()).getSpec().getVolumeClaimTemplates();
            for (int i = 0; i < Workload.orEmpty(templates).size(); i++) {
                ObjectMeta metadata =
                        templates.get(i) == null ? null : templates.get(i).getMetadata();
                String name = metadata == null ? null : metadata.getName();
                if (name != null) {

                    String path = "spec.volumeClaimTemplates[" + i + "].metadata.name";
                    if (templates.subList(0, i).stream().anyMatch(earlier -> isNamed(earlier, name))) {
                        report.invalid(
                                this,
                                workload.object(),
                                path,
                                "An earlier claim template is named \"" + name + "\" too.");
                    }
                }
            }
        }
    }

    private static boolean isNamed(@Nullable PersistentVolumeClaim template, String name) {
        return template != null
                && template.getMetadata() != null
                && name.equals(template.getMetadata().getName());
    }
}
