package dev.berth.rules.broken.driver;

import dev.berth.rules.Rule;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.rule.Severity;
import dev.berth.rules.broken.rule.Workload;
import dev.berth.rules.broken.storage.DeclaredClaim;
import io.fabric8.kubernetes.api.model.LimitRange;
import java.math.BigDecimal;

/** A claim that requests more or less than a LimitRange of its namespace lets one claim have. */
public final class ClaimOutsideLimitRange extends SetRule {

    /** Makes the rule. */
    public ClaimOutsideLimitRange() {
        super(
                Severity.BROKEN,
                new Rule(
                        "claim-outside-limit-range",
                        "PersistentVolumeClaimValidateLimitFunc",
                        "plugin/pkg/admission/limitranger/admission.go"),
                "The claim cannot be created, and so no pod is that needs it.",
                "Request what the LimitRange lets one claim have.");
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (LimitRange limits : set.all(LimitRange.class)) {
            var items = limits.getSpec() == null ? null : limits.getSpec().getLimits();
            for (var item : Workload.orEmpty(items)) {
                if (item != null && "PersistentVolumeClaim".equals(item.getType())) {
                    String most = StorageRequest.text(item.getMax(), "storage");
                    String least = StorageRequest.text(item.getMin(), "storage");
                    check(set, limits, least, most, report);
                }
            }
        }
    }

    private void check(ObjectSet set, LimitRange limits, String least, String most, Report report) {
        for (DeclaredClaim declared : DeclaredClaim.all(set)) {
            BigDecimal request = StorageRequest.of(declared.spec());
            boolean here = ObjectSet.namespace(declared.object()).equals(ObjectSet.namespace(limits));
            String bound = "";
            if (!most.isEmpty() && request.compareTo(StorageRequest.bytes(most)) > 0) {
                bound = "more than the " + most;
            } else if (!least.isEmpty() && request.compareTo(StorageRequest.bytes(least)) < 0) {
                bound = "less than the " + least;
            }
            if (here && !bound.isEmpty()) {
                report.invalid(
                        this,
                        declared.object(),
                        declared.path() + ".resources.requests[storage]",
                        StorageRequest.text(declared.spec()) + " is " + bound + " of LimitRange \""
                                + ObjectSet.name(limits) + "\".");
            }
        }
    }
}
