package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

/** An object that was read from a cluster and still has its resource version. */
public final class ResourceVersionWritten extends SetRule {

    public ResourceVersionWritten() {
        super(
                Level.ERROR,
                new Rule(
                        "resource-version-written",
                        "store.Create",
                        "staging/src/k8s.io/apiserver/pkg/storage/etcd3/store.go"),
                "A dry run accepts it, but creating the object fails, and so does every later update.",
                "Remove it.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (HasMetadata object : set.objects()) {
            String version =
                    object.getMetadata() == null ? null : object.getMetadata().getResourceVersion();
            if (names(version)) {
                report.invalid(
                        this,
                        object,
                        "metadata.resourceVersion",
                        "It is the version of the object in some" + " cluster.");
            }
        }
    }

    /** Returns whether this is a resource version: not 0, and a number. */
    private static boolean names(@Nullable String version) {
        return version != null && version.matches("[0-9]{1,19}") && !version.matches("0+");
    }
}
