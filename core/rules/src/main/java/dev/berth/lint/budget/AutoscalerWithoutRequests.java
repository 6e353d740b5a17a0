package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An autoscaler that measures a percentage of requests, of a workload with a container that requests nothing. */
final class AutoscalerWithoutRequests extends SetRule {

    AutoscalerWithoutRequests() {
        super(
                Level.ERROR,
                new Rule(
                        "autoscaler-without-requests",
                        "calculatePodRequestsFromContainers",
                        "pkg/controller/podautoscaler/replica_calculator.go"),
                "The percentage cannot be computed, so the autoscaler does not scale.",
                "Add the request, or use a target of type AverageValue.");
    }

    /**
     * A metric in percent of requests.
     *
     * @param path its field path
     * @param resource the resource
     * @param container the only container that is measured; null for all
     */
    private record Percentage(
            String path, String resource, @Nullable String container) {}

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (ScaledWorkload scaled : ScaledWorkload.all(set)) {
            HasMetadata workload = scaled.workload();
            SuppliedResources defaults = SuppliedResources.of(set, ObjectSet.namespace(workload));
            TemplatedPod.of(workload).ifPresent(pod -> percentages(scaled.autoscaler())
                    .forEach(percentage -> check(scaled, pod, percentage, defaults, set, report)));
        }
    }

    private void check(
            ScaledWorkload scaled,
            TemplatedPod pod,
            Percentage percentage,
            SuppliedResources defaults,
            ObjectSet set,
            LintReport report) {
        if (defaults.haveRequest(percentage.resource())) {
            return;
        }
        List<TemplatedPod.Place> without = percentage.container() == null
                ? pod.withoutRequest(percentage.resource())
                : pod.containers().stream()
                        .filter(place -> Objects.equals(
                                percentage.container(), place.container().getName()))
                        .filter(place -> !place.requests(percentage.resource()))
                        .toList();
        // The cluster may have a LimitRange whose defaults a directory does not show.
        LintReport level = set.describesCluster() ? report : report.at(Level.WARNING);
        without.stream()
                .findFirst()
                .ifPresent(place -> level.invalid(
                        this,
                        scaled.autoscaler(),
                        percentage.path(),
                        "Container \"" + place.container().getName() + "\" of "
                                + scaled.workload().getKind() + " \"" + ObjectSet.name(scaled.workload())
                                + "\" requests no " + percentage.resource() + "."));
    }

    /** Without a metric, the server adds one for 80 percent of the CPU. */
    private static List<Percentage> percentages(HasMetadata autoscaler) {
        List<MetricSpec> metrics = autoscaler instanceof HorizontalPodAutoscaler second && second.getSpec() != null
                ? PodOwner.orEmpty(second.getSpec().getMetrics())
                : List.of();
        List<Percentage> found = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            MetricSpec metric = metrics.get(i);
            String path = "spec.metrics[" + i + "]";
            if (metric != null
                    && metric.getResource() != null
                    && isPercentage(metric.getResource().getTarget())) {
                found.add(
                        new Percentage(path + ".resource", metric.getResource().getName(), null));
            }
            if (metric != null
                    && metric.getContainerResource() != null
                    && isPercentage(metric.getContainerResource().getTarget())) {
                found.add(new Percentage(
                        path + ".containerResource",
                        metric.getContainerResource().getName(),
                        metric.getContainerResource().getContainer()));
            }
        }
        return metrics.isEmpty() ? List.of(new Percentage("spec", "cpu", null)) : found;
    }

    private static boolean isPercentage(@Nullable MetricTarget target) {
        return target != null && target.getAverageUtilization() != null;
    }
}
