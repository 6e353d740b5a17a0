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
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;

/** A {@code subPathExpr} with a variable that the container does not have. */
final class SubPathVariableUndefined extends ContainerRule {

    SubPathVariableUndefined() {
        super(
                Level.ERROR,
                new Rule(
                        "sub-path-variable-undefined",
                        "ExpandContainerVolumeMounts",
                        "pkg/kubelet/container/helpers.go"),
                "The kubelet refuses to start the container: CreateContainerConfigError.",
                "Define the variable in env of the same container.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        ContainerEnv variables = ContainerEnv.of(set, workload, place.container());
        List<VolumeMount> mounts = PodOwner.orEmpty(place.container().getVolumeMounts());
        for (int i = 0; i < mounts.size(); i++) {
            String expression = mounts.get(i) == null ? null : mounts.get(i).getSubPathExpr();
            for (String name : VariableReferences.in(expression)) {
                if (!variables.mayHave(name)) {
                    report.invalid(
                            this,
                            workload.object(),
                            place.path() + ".volumeMounts[" + i + "].subPathExpr",
                            "The container has no variable \"" + name + "\".");
                }
            }
        }
    }
}
