package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.StatefulSetRule;

/** A StatefulSet whose name is too long for the label {@code controller-revision-hash} of its pods. */
public final class StatefulSetNameTooLong extends StatefulSetRule {

    public StatefulSetNameTooLong() {
        super(
                Level.ERROR,
                new Rule(
                        "stateful-set-name-too-long",
                        "newVersionedStatefulSetPod",
                        "pkg/controller/statefulset/stateful_set_utils.go"),
                "The label controller-revision-hash is the name plus up to 11 characters. A label value has at most"
                        + " 63 characters, so no pod can be created.",
                "Use a name of at most 52 characters.");
    }

    private static final int LONGEST = 52;

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        int length = ObjectSet.name(workload.object()).length();
        if (length > LONGEST) {
            report.invalid(this, workload.object(), "metadata.name", "The name has " + length + " characters.");
        }
    }
}
