package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;

/** A namespace that no file of a declaration contains. A directory of manifests may well be applied to an existing one. */
public final class NamespaceMissing extends SetRule {

    /** The API server creates these itself: {@code pkg/controlplane/controller/systemnamespaces}. */
    private static final Set<String> OF_API_SERVER = Set.of("default", "kube-system", "kube-public", "kube-node-lease");

    public NamespaceMissing() {
        super(
                Level.WARNING,
                new Rule(
                        "namespace-missing",
                        "Admit",
                        "staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go"),
                "If it is not in the cluster either, the API server refuses its objects.",
                "Add the Namespace to a file, or declare that it exists.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        if (!set.describesCluster()) {
            return;
        }
        for (HasMetadata object : set.firstOfNamespaces()) {
            String namespace = ObjectSet.namespace(object);
            if (!OF_API_SERVER.contains(namespace) && !set.has("Namespace", "", namespace)) {
                report.notFound(this, object, "metadata.namespace", "Namespace \"" + namespace + "\" is in no file.");
            }
        }
    }
}
