package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.pod.VariableReferences;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;

/** A reference to an environment variable that is defined further down in the list, or in the same entry. */
final class VariableDefinedLater extends SetRule {

    VariableDefinedLater() {
        super(
                Level.WARNING,
                new Rule("variable-defined-later", "makeEnvironmentVariables", "pkg/kubelet/kubelet_pods.go"),
                "The kubelet expands the list from top to bottom, so the process reads the characters $(…).",
                "Move the variable above its first use.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.containers()) {
                ContainerEnv variables = ContainerEnv.of(set, workload, place.container());
                List<EnvVar> env = PodOwner.orEmpty(place.container().getEnv());
                for (int i = 0; i < env.size(); i++) {
                    check(workload, place.path() + ".env[" + i + "].value", env.get(i), i, variables, report);
                }
            }
        }
    }

    private void check(
            PodOwner workload, String path, EnvVar variable, int index, ContainerEnv known, LintReport report) {
        for (String name : VariableReferences.in(variable == null ? null : variable.getValue())) {
            if (known.sets(name) && !known.setsBefore(name, index)) {
                report.invalid(
                        this,
                        workload.object(),
                        path,
                        name.equals(variable.getName())
                                ? "\"" + name + "\" refers to itself."
                                : "\"" + variable.getName() + "\" refers to \"" + name + "\", which is defined later.");
            }
        }
    }
}
