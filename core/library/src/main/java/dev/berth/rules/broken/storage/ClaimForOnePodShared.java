package dev.berth.rules.broken.storage;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.IdentityHashMap;

/** A ReadWriteOncePod claim that two workloads mount. */
public final class ClaimForOnePodShared extends SetRule {

    /** Makes the rule. */
    public ClaimForOnePodShared() {
        super(
                Severity.BROKEN,
                new Rule(
                        "claim-for-one-pod-shared",
                        "satisfyReadWriteOncePod",
                        "pkg/scheduler/framework/plugins/volumerestrictions/volume_restrictions.go"),
                "While a pod of one runs, the pods of the other stay Pending.",
                "Use ReadWriteOnce, or a claim for each.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        IdentityHashMap<PersistentVolumeClaim, ClaimUse> first = new IdentityHashMap<>();
        for (ClaimUse use : ClaimUse.all(set)) {
            ClaimUse other = first.putIfAbsent(use.claim(), use);
            if (other != null && use.isForOnePod() && !other.workload().equals(use.workload())) {
                report.invalid(
                        this,
                        use.workload().object(),
                        use.path(),
                        use.inWords() + ", and " + other.workload().object().getKind() + " \""
                                + ObjectSet.name(other.workload().object()) + "\" mounts it too.");
            }
        }
    }
}
