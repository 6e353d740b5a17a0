package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;
import java.util.Map;

/** {@code ValidatePriorityClass}, and its default. */
public final class PriorityClassRules {
    private static final String FILE = "pkg/apis/scheduling/validation/validation.go";
    private static final String SYSTEM = "system-";
    private static final int MOST = 1_000_000_000;
    private static final List<String> POLICIES = List.of("Never", "PreemptLowerPriority");
    /** The classes that every cluster has. */
    private static final Map<String, Integer> SYSTEM_CLASSES =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    private static final Rule NAME = new Rule("priority-class-name", "ValidatePriorityClass", FILE);
    private static final Rule VALUE = new Rule("priority-class-value", "ValidatePriorityClass", FILE);
    private static final Rule POLICY = Rule.core("priority-class-policy", "ValidatePreemptionPolicy");

    private PriorityClassRules() {}

    /** {@code SetDefaults_PriorityClass} in {@code pkg/apis/scheduling/v1/defaults.go}. */
    public static void fillIn(PriorityClass priorityClass) {
        if (priorityClass.getPreemptionPolicy() == null) {
            priorityClass.setPreemptionPolicy("PreemptLowerPriority");
        }
    }

    /** Checks a PriorityClass with its default. */
    public static void check(PriorityClass priorityClass, Findings findings) {
        MetadataRules.clusterWide(priorityClass.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        String name = priorityClass.getMetadata() == null
                ? ""
                : Zero.text(priorityClass.getMetadata().getName());
        int value = Zero.number(priorityClass.getValue());
        if (name.startsWith(SYSTEM)) {
            Integer known = SYSTEM_CLASSES.get(name);
            if (known == null || known != value || Zero.flag(priorityClass.getGlobalDefault())) {
                findings.forbidden(
                        NAME, FieldPath.of("metadata", "name"), "names that start with system- belong to Kubernetes");
            }
        } else if (value > MOST) {
            findings.forbidden(VALUE, FieldPath.of("value"), value + ": must be at most " + MOST);
        }
        policy(priorityClass.getPreemptionPolicy(), FieldPath.of("preemptionPolicy"), findings);
    }

    private static void policy(String policy, FieldPath path, Findings findings) {
        if (findings.requireText(POLICY, path, policy)) {
            findings.oneOf(POLICY, path, policy, POLICIES);
        }
    }
}
