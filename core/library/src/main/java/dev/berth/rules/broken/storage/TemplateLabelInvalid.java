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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A label of a claim template that no claim can have: templates are not validated. */
public final class TemplateLabelInvalid extends SetRule {

    /** Makes the rule. */
    public TemplateLabelInvalid() {
        super(
                Severity.BROKEN,
                new Rule(
                        "claim-template-label-invalid",
                        "newVersionedStatefulSetPod",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The claims cannot be created, and so no pod is.",
                "Write labels that are valid.");
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
                if (metadata != null && name != null) {

                    String path = "spec.volumeClaimTemplates[" + i + "].metadata.labels";
                    Map<String, String> labels = metadata.getLabels() == null ? Map.of() : metadata.getLabels();
                    new TreeMap<>(labels).forEach((key, value) -> {
                        if (!isValid(key, value)) {
                            report.invalid(
                                    this, workload.object(), path, "\"" + key + ": " + value + "\" is no label.");
                        }
                    });
                }
            }
        }
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern PREFIX =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static boolean isValid(String key, @Nullable String value) {
        int slash = key.indexOf('/');
        boolean prefix = slash < 0
                || (slash <= 253 && PREFIX.matcher(key.substring(0, slash)).matches());
        return prefix
                && NAME.matcher(key.substring(slash + 1)).matches()
                && (value == null || value.isEmpty() || NAME.matcher(value).matches());
    }
}
