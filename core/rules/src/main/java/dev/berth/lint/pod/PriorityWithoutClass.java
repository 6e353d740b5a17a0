package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A pod template with a priority or preemption policy that is not the one of its PriorityClass. */
final class PriorityWithoutClass extends WorkloadRule {

    private static final String LOWER_PRIORITY = "PreemptLowerPriority";

    /** Source: {@code pkg/apis/scheduling/types.go}. */
    private static final Map<String, Integer> SYSTEM =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    PriorityWithoutClass() {
        super(
                Level.ERROR,
                new Rule("priority-without-class", "admitPod", "plugin/pkg/admission/priority/admission.go"),
                "Admission refuses each pod, so none is created.",
                "Remove the field, and name a PriorityClass that has the value: priorityClassName.");
    }

    /** What admission computes for a pod. */
    private record Computed(String from, int priority, String preemption) {}

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        PodSpec spec = workload.pod().spec();
        boolean states = spec.getPriority() != null || spec.getPreemptionPolicy() != null;
        if (states && !(workload.object() instanceof Pod)) {
            computed(set, workload).ifPresent(computed -> compare(workload, computed, report));
        }
    }

    /** Empty if the class is not in the set, so that its value is not known. */
    private static Optional<Computed> computed(ObjectSet set, PodOwner workload) {
        String name = workload.pod().spec().getPriorityClassName();
        if (name == null || name.isEmpty()) {
            return Optional.of(set.everywhere(PriorityClass.class)
                    .filter(found -> Boolean.TRUE.equals(found.getGlobalDefault()))
                    .findFirst()
                    .map(PriorityWithoutClass::of)
                    .orElse(new Computed("without a class", 0, LOWER_PRIORITY)));
        }
        if (SYSTEM.containsKey(name)) {
            return Optional.of(new Computed("of PriorityClass \"" + name + "\"", SYSTEM.get(name), LOWER_PRIORITY));
        }
        return set.find(PriorityClass.class, workload.object(), "", name).map(PriorityWithoutClass::of);
    }

    private static Computed of(PriorityClass found) {
        return new Computed(
                "of PriorityClass \"" + ObjectSet.name(found) + "\"",
                Objects.requireNonNullElse(found.getValue(), 0),
                Objects.requireNonNullElse(found.getPreemptionPolicy(), LOWER_PRIORITY));
    }

    private void compare(PodOwner workload, Computed computed, LintReport report) {
        PodSpec spec = workload.pod().spec();
        if (spec.getPriority() != null && spec.getPriority() != computed.priority()) {
            report.invalid(
                    this,
                    workload.object(),
                    workload.pod().specPath() + ".priority",
                    "It is " + spec.getPriority() + ", but the priority " + computed.from() + " is "
                            + computed.priority() + ".");
        }
        if (spec.getPreemptionPolicy() != null && !spec.getPreemptionPolicy().equals(computed.preemption())) {
            report.invalid(
                    this,
                    workload.object(),
                    workload.pod().specPath() + ".preemptionPolicy",
                    "It is " + spec.getPreemptionPolicy() + ", but the policy " + computed.from() + " is "
                            + computed.preemption() + ".");
        }
    }
}
