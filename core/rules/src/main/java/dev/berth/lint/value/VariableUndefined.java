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

/** A reference to an environment variable that the container does not have. */
final class VariableUndefined extends ContainerRule {

    VariableUndefined() {
        super(
                Level.WARNING,
                new Rule("variable-undefined", "Expand", "third_party/forked/golang/expansion/expand.go"),
                "The kubelet leaves the reference as it is, so the process reads the characters $(…).",
                "Define the variable before its first use, or correct the name; write $$(…) for the characters.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        ContainerEnv variables = ContainerEnv.of(set, workload, place.container());
        checkEnv(workload, place, variables, report);
        if (!ShellCommand.isOf(place.container())) {
            checkWords(workload, place, "command", place.container().getCommand(), variables, report);
            checkWords(workload, place, "args", place.container().getArgs(), variables, report);
        }
    }

    private void checkEnv(PodOwner workload, TemplatedPod.Place place, ContainerEnv variables, LintReport report) {
        List<EnvVar> env = PodOwner.orEmpty(place.container().getEnv());
        for (int i = 0; i < env.size(); i++) {
            for (String name :
                    VariableReferences.in(env.get(i) == null ? null : env.get(i).getValue())) {
                if (isName(name) && !variables.mayHave(name)) {
                    report(workload, place.path() + ".env[" + i + "].value", name, report);
                }
            }
        }
    }

    private void checkWords(
            PodOwner workload,
            TemplatedPod.Place place,
            String field,
            List<String> words,
            ContainerEnv variables,
            LintReport report) {
        List<String> given = PodOwner.orEmpty(words);
        for (int i = 0; i < given.size(); i++) {
            for (String name : VariableReferences.in(given.get(i))) {
                if (isName(name) && !variables.mayHave(name)) {
                    report(workload, place.path() + "." + field + "[" + i + "]", name, report);
                }
            }
        }
    }

    /** Names in lower case are usually commands that a script in the image is expected to run. */
    private static boolean isName(String name) {
        return name.matches("[A-Z_][A-Z0-9_]*");
    }

    private void report(PodOwner workload, String path, String name, LintReport report) {
        report.invalid(this, workload.object(), path, "The container has no variable \"" + name + "\".");
    }
}
