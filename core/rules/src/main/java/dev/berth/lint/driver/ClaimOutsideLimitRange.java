package dev.berth.lint.driver;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.storage.DeclaredClaim;
import dev.berth.lint.storage.DeclaredClaimRule;
import io.fabric8.kubernetes.api.model.LimitRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A claim that requests more or less than a LimitRange of its namespace allows. */
final class ClaimOutsideLimitRange extends DeclaredClaimRule {

    ClaimOutsideLimitRange() {
        super(
                Level.ERROR,
                new Rule(
                        "claim-outside-limit-range",
                        "PersistentVolumeClaimValidateLimitFunc",
                        "plugin/pkg/admission/limitranger/admission.go"),
                "The claim cannot be created, and neither can the pods that use it.",
                "Request an amount that the LimitRange allows.");
    }

    /**
     * What a LimitRange allows for one claim; empty strings mean no limit.
     *
     * @param directory the number of the directory of the LimitRange
     */
    private record Limit(String name, int directory, String least, String most) {

        String violatedBy(BigDecimal request) {
            if (!most.isEmpty() && request.compareTo(StorageRequest.bytes(most)) > 0) {
                return "more than the " + most;
            }
            boolean below = !least.isEmpty() && request.compareTo(StorageRequest.bytes(least)) < 0;
            return below ? "less than the " + least : "";
        }
    }

    private record Limits(Map<String, List<Limit>> byNamespace) {

        static Limits of(ObjectSet set) {
            Map<String, List<Limit>> limits = new HashMap<>();
            set.each(LimitRange.class).forEach(one -> one.all(LimitRange.class).stream()
                    .filter(range -> range.getSpec() != null)
                    .forEach(range -> PodOwner.orEmpty(range.getSpec().getLimits()).stream()
                            .filter(item -> item != null && "PersistentVolumeClaim".equals(item.getType()))
                            .forEach(
                                    item -> limits.computeIfAbsent(ObjectSet.namespace(range), any -> new ArrayList<>())
                                            .add(new Limit(
                                                    ObjectSet.name(range),
                                                    one.directoryOf(range),
                                                    StorageRequest.text(item.getMin(), "storage"),
                                                    StorageRequest.text(item.getMax(), "storage"))))));
            return new Limits(limits);
        }

        /** Returns the limits in a directory, or all of the namespace if the directory has none. */
        List<Limit> of(String namespace, int directory) {
            List<Limit> all = byNamespace.getOrDefault(namespace, List.of());
            if (all.isEmpty()) {
                return all;
            }
            List<Limit> near =
                    all.stream().filter(limit -> limit.directory() == directory).toList();
            return near.isEmpty() ? all : near;
        }
    }

    @Override
    protected void check(ObjectSet set, DeclaredClaim declared, LintReport report) {
        Limits limits = set.viewOfAll(Limits.class, Limits::of);
        int directory = set.directoryOf(declared.object());
        for (Limit limit : limits.of(ObjectSet.namespace(declared.object()), directory)) {
            String bound = limit.violatedBy(StorageRequest.of(declared.spec()));
            if (!bound.isEmpty()) {
                // A LimitRange of another directory may be for a variant that is not applied with this one.
                boolean isNear = limit.directory() == directory || set.describesCluster();
                (isNear ? report : report.at(Level.WARNING))
                        .invalid(
                                this,
                                declared.object(),
                                declared.path() + ".resources.requests[storage]",
                                StorageRequest.text(declared.spec()) + " is " + bound + " of LimitRange \""
                                        + limit.name() + "\".");
            }
        }
    }
}
