package dev.berth.autoscaling;

import dev.berth.object.TemplatedPod;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import dev.berth.workload.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ContainerResourceMetricSource;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpecBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTargetBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;
import java.util.List;
import java.util.Optional;

/**
 * The processor time or memory of pods, or of one of their containers. Created by {@link Metric}.
 *
 * @param resource {@code cpu} or {@code memory}
 * @param utilization the target in percent of the requests; empty for an average
 * @param average the target as an average for each pod; empty for a utilization
 * @param container the name of the only container that is measured; empty for the whole pod
 */
public record ResourceMetric(
        String resource, Optional<Integer> utilization, Optional<Quantity> average, Optional<String> container)
        implements Metric {

    /**
     * Creates a metric.
     *
     * @throws InvalidValueException if the percentage is below 1, or there is not exactly one target
     */
    public ResourceMetric {
        utilization.filter(percent -> percent < 1).ifPresent(percent -> {
            throw InvalidValueException.of(
                    "Metric " + resource + " utilization", percent, "must be at least 1 percent");
        });
        if (utilization.isPresent() == average.isPresent()) {
            throw new InvalidValueException("Metric " + resource + ": must have a utilization or an average, not both");
        }
    }

    static ResourceMetric utilization(String resource, int percent) {
        return new ResourceMetric(resource, Optional.of(percent), Optional.empty(), Optional.empty());
    }

    static ResourceMetric average(String resource, Quantity average) {
        return new ResourceMetric(resource, Optional.empty(), Optional.of(average), Optional.empty());
    }

    /** Returns a copy that only measures this container of the pods. Stable in Kubernetes 1.30. */
    public ResourceMetric of(Container measured) {
        return new ResourceMetric(resource, utilization, average, Optional.of(measured.name()));
    }

    @Override
    public void check(String what, HasMetadata workload) {
        TemplatedPod pod = TemplatedPod.of(workload).orElseThrow();
        List<TemplatedPod.Place> running = pod.containers().stream()
                .filter(TemplatedPod.Place::keepsRunning)
                .toList();
        container.ifPresent(name -> requireContainer(what, workload, running, name));
        if (utilization.isPresent()) {
            List<TemplatedPod.Place> without = container.isPresent()
                    ? running.stream()
                            .filter(place -> !place.requests(resource))
                            .toList()
                    : pod.withoutRequest(resource);
            without.stream()
                    .map(place -> place.container().getName())
                    .filter(name -> container.isEmpty() || name.equals(container.get()))
                    .findFirst()
                    .ifPresent(name -> refuse(what, workload, name));
        }
    }

    private static void requireContainer(
            String what, HasMetadata workload, List<TemplatedPod.Place> running, String name) {
        if (running.stream().noneMatch(place -> name.equals(place.container().getName()))) {
            throw InvalidValueException.of(
                    what,
                    name,
                    "must be a container of " + workload.getKind() + " \""
                            + workload.getMetadata().getName() + "\" that keeps running");
        }
    }

    private void refuse(String what, HasMetadata workload, String name) {
        throw new InvalidValueException(what + ": the utilization of " + resource
                + " is a percentage of the requests, but container \"" + name + "\" of " + workload.getKind() + " \""
                + workload.getMetadata().getName() + "\" requests no " + resource
                + ": add a request, or use an average");
    }

    @Override
    public MetricSpec toModel() {
        MetricTarget target = new MetricTargetBuilder()
                .withType(utilization.isPresent() ? "Utilization" : "AverageValue")
                .withAverageUtilization(utilization.orElse(null))
                .withAverageValue(average.map(amount -> new io.fabric8.kubernetes.api.model.Quantity(amount.toString()))
                        .orElse(null))
                .build();
        MetricSpecBuilder metric = new MetricSpecBuilder();
        if (container.isPresent()) {
            return metric.withType("ContainerResource")
                    .withContainerResource(new ContainerResourceMetricSource(container.get(), resource, target))
                    .build();
        }
        return metric.withType("Resource")
                .withResource(new ResourceMetricSource(resource, target))
                .build();
    }
}
