package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A password in an environment variable, a ConfigMap or an argument. */
final class SecretInPlainText extends SetRule {

    SecretInPlainText() {
        super(
                Level.WARNING,
                new Rule("secret-in-plain-text", "Secret", "staging/src/k8s.io/api/core/v1/types.go"),
                "Everyone who can read the repository, the object or the list of processes can read it.",
                "Put it in a Secret, and refer to its key: valueFrom.secretKeyRef for a variable, $(NAME) for an"
                        + " argument, a Secret volume for a file.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (ConfigMap map : set.all(ConfigMap.class)) {
            check(map, report);
        }
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.containers()) {
                check(set, workload, place, report);
            }
        }
    }

    private void check(ConfigMap map, LintReport report) {
        if (map.getData() == null) {
            return;
        }
        for (Map.Entry<String, String> entry : new TreeMap<>(map.getData()).entrySet()) {
            if (PlainSecret.isIn(entry.getKey(), entry.getValue()) || PlainSecret.isInText(entry.getValue())) {
                report.invalid(this, map, "data[" + entry.getKey() + "]", "It contains a password.");
            }
        }
    }

    private void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        Container container = place.container();
        List<EnvVar> env = PodOwner.orEmpty(container.getEnv());
        for (int i = 0; i < env.size(); i++) {
            EnvVar variable = env.get(i);
            if (variable != null
                    && variable.getName() != null
                    && PlainSecret.isIn(variable.getName(), variable.getValue())
                    && !set.mayHave("Secret", workload.namespace(), variable.getValue())) {
                report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".env[" + i + "].value",
                        "\"" + variable.getName() + "\" contains a password.");
            }
        }
        List<String> words = new ArrayList<>(PodOwner.orEmpty(container.getCommand()));
        words.addAll(PodOwner.orEmpty(container.getArgs()));
        words.removeIf(Objects::isNull);
        if (words.isEmpty()) {
            return;
        }
        PlainSecret.options(words)
                .distinct()
                .forEach(option -> report.invalid(
                        this,
                        workload.object(),
                        place.path() + (PodOwner.orEmpty(container.getArgs()).isEmpty() ? ".command" : ".args"),
                        option + " has a password."));
    }
}
