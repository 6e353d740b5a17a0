package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A container that states more or less of a resource than a LimitRange of its namespace allows. */
final class ContainerOutsideLimitRange extends WorkloadRule {

    ContainerOutsideLimitRange() {
        super(
                Level.ERROR,
                new Rule(
                        "container-outside-limit-range",
                        "PodValidateLimitFunc",
                        "plugin/pkg/admission/limitranger/admission.go"),
                "The API server refuses every such pod, so none runs.",
                "State an amount that the LimitRange allows.");
    }

    /**
     * A bound for each container.
     *
     * @param range the name of the LimitRange
     * @param directory the number of its directory
     * @param most whether it is the maximum
     */
    private record Bound(String range, int directory, boolean most, String resource, String amount) {

        /** The defaults of the LimitRange are within its own bounds, so only what a container states can be outside. */
        boolean isBrokenBy(@Nullable Map<String, Quantity> stated) {
            Quantity own = stated == null ? null : stated.get(resource);
            if (own == null) {
                return false;
            }
            int comparison = number(own.toString()).compareTo(number(amount));
            return most ? comparison > 0 : comparison < 0;
        }
    }

    private record Bounds(Map<String, List<Bound>> byNamespace) {

        static Bounds of(ObjectSet set) {
            Map<String, List<Bound>> bounds = new HashMap<>();
            set.each(LimitRange.class).forEach(one -> one.all(LimitRange.class).forEach(range -> {
                List<Bound> own = bounds.computeIfAbsent(ObjectSet.namespace(range), any -> new ArrayList<>(2));
                for (LimitRangeItem item : SuppliedResources.items(range)) {
                    add(own, range, one.directoryOf(range), false, item.getMin());
                    add(own, range, one.directoryOf(range), true, item.getMax());
                }
            }));
            return new Bounds(bounds);
        }

        private static void add(
                List<Bound> own,
                LimitRange range,
                int directory,
                boolean most,
                @Nullable Map<String, Quantity> amounts) {
            if (amounts != null) {
                new TreeMap<>(amounts)
                        .forEach((resource, amount) -> own.add(
                                new Bound(ObjectSet.name(range), directory, most, resource, String.valueOf(amount))));
            }
        }

        /** Returns the bounds of a directory, or all of the namespace if the directory has none. */
        List<Bound> of(String namespace, int directory) {
            List<Bound> all = byNamespace.getOrDefault(namespace, List.of());
            List<Bound> near =
                    all.stream().filter(bound -> bound.directory() == directory).toList();
            return near.isEmpty() ? all : near;
        }
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Bounds bounds = set.viewOfAll(Bounds.class, Bounds::of);
        if (bounds.byNamespace().isEmpty()) {
            return;
        }
        int directory = set.directoryOf(workload.object());
        for (Bound bound : bounds.of(workload.namespace(), directory)) {
            // A LimitRange of another directory may be for a variant that is not applied with this one.
            boolean isNear = bound.directory() == directory || set.describesCluster();
            for (TemplatedPod.Place place : workload.containers()) {
                check(workload, place, bound, isNear ? report : report.at(Level.WARNING));
            }
        }
    }

    private void check(PodOwner workload, TemplatedPod.Place place, Bound bound, LintReport report) {
        var resources = place.container().getResources();
        if (resources == null) {
            return;
        }
        boolean requests = bound.isBrokenBy(resources.getRequests());
        if (requests || bound.isBrokenBy(resources.getLimits())) {
            String field = requests ? "requests" : "limits";
            var amounts = requests ? resources.getRequests() : resources.getLimits();
            report.invalid(
                    this,
                    workload.object(),
                    place.path() + ".resources." + field + "[" + bound.resource() + "]",
                    amounts.get(bound.resource()) + " is " + (bound.most() ? "more" : "less") + " than the "
                            + bound.amount() + " of LimitRange \"" + bound.range() + "\".");
        }
    }

    private static BigDecimal number(String quantity) {
        try {
            return dev.berth.value.Quantity.of(quantity).amount();
        } catch (InvalidValueException refusedByTheServer) {
            return BigDecimal.ZERO;
        }
    }
}
