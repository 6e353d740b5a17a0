package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/** An object that was read from a cluster and still names the state that it had there. */
public final class ResourceVersionWritten extends SetRule {

    /** Makes the rule. */
    public ResourceVersionWritten() {
        super(
                Level.ERROR,
                new Rule(
                        "resource-version-written",
                        "store.Create",
                        "staging/src/k8s.io/apiserver/pkg/storage/etcd3/store.go"),
                "A dry run takes it; creating the object then fails, and so does every later change of it.",
                "Leave it out.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (HasMetadata object : set.objects()) {
            String version =
                    object.getMetadata() == null ? null : object.getMetadata().getResourceVersion();
            if (names(version)) {
                report.invalid(this, object, "metadata.resourceVersion", "It is a state of the object in a cluster.");
            }
        }
    }

    /** What is no number, or 0, names no state. */
    private static boolean names(@Nullable String version) {
        return version != null && version.matches("[0-9]{1,19}") && !version.matches("0+");
    }
}
