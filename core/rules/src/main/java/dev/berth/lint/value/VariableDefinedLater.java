package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import dev.berth.rules.pod.VariableReferences;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reference to an environment variable that is defined further down in the list, or in the same entry. */
final class VariableDefinedLater extends ContainerRule {

    VariableDefinedLater() {
        super(
                Level.WARNING,
                new Rule("variable-defined-later", "makeEnvironmentVariables", "pkg/kubelet/kubelet_pods.go"),
                "The kubelet expands the list from top to bottom, so the process reads the characters $(…).",
                "Move the variable above its first use.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        ContainerEnv variables = ContainerEnv.of(set, workload, place.container());
        List<EnvVar> env = PodOwner.orEmpty(place.container().getEnv());
        for (int i = 0; i < env.size(); i++) {
            EnvVar variable = env.get(i);
            for (String name : VariableReferences.in(variable == null ? null : variable.getValue())) {
                if (variables.sets(name) && !variables.setsBefore(name, i)) {
                    report.invalid(
                            this,
                            workload.object(),
                            place.path() + ".env[" + i + "].value",
                            detail(name, variable.getName()));
                }
            }
        }
    }

    private static String detail(String name, @Nullable String variable) {
        return name.equals(variable)
                ? "\"" + name + "\" refers to itself."
                : "\"" + variable + "\" refers to \"" + name + "\", which is defined later.";
    }
}
