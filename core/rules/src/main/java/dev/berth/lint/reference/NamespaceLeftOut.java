package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** An object of a declaration without a namespace, although others have one. Only the first one is reported. */
public final class NamespaceLeftOut extends SetRule {

    public NamespaceLeftOut() {
        super(
                Level.WARNING,
                new Rule(
                        "namespace-left-out", "SetNamespace", "staging/src/k8s.io/cli-runtime/pkg/resource/visitor.go"),
                "It is created in the namespace of the current context of kubectl, so the place depends on who"
                        + " applies it.",
                "Put its file into a namespace too.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        if (!set.describesCluster()) {
            return;
        }
        for (HasMetadata object : set.firstWithoutNamespace()) {
            report.required(
                    this,
                    object,
                    "metadata.namespace",
                    "Other objects in the set have a namespace, and this has none.");
        }
    }
}
