package dev.berth.autoscaling;

import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.Map;

/**
 * What an autoscaler measures, and the value that it aims at. It adds pods while the value is above, and removes pods
 * while it is below.
 *
 * <pre>{@code
 * Metric.cpuUtilization(80)
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/autoscaling/validation/validation.go}, {@code
 * validateMetricSpec}.
 */
public sealed interface Metric permits ResourceMetric, CustomMetric {

    /**
     * The processor time of all pods, in percent of their requests. Every container must request processor time.
     *
     * @throws dev.berth.value.InvalidValueException if the percentage is below 1
     */
    static ResourceMetric cpuUtilization(int percent) {
        return ResourceMetric.utilization("cpu", percent);
    }

    /**
     * The memory of all pods, in percent of their requests. Every container must request memory.
     *
     * @throws dev.berth.value.InvalidValueException if the percentage is below 1
     */
    static ResourceMetric memoryUtilization(int percent) {
        return ResourceMetric.utilization("memory", percent);
    }

    /** The average processor time of a pod. No container needs to request anything. */
    static ResourceMetric cpuAverage(Cpu cpu) {
        return ResourceMetric.average("cpu", cpu.quantity());
    }

    /** The average memory of a pod. No container needs to request anything. */
    static ResourceMetric memoryAverage(Bytes memory) {
        return ResourceMetric.average("memory", memory.quantity());
    }

    /**
     * The average of a metric that the pods report themselves, such as requests per second. The cluster must have an
     * adapter for {@code custom.metrics.k8s.io}.
     *
     * @throws dev.berth.value.InvalidValueException if the name is empty or contains a slash or a percent sign, or the
     *     average is not above zero
     */
    static CustomMetric podsAverage(String name, Quantity average) {
        return new CustomMetric(CustomMetric.Type.PODS, name, Map.of(), average);
    }

    /**
     * The value of a metric from outside the cluster for each pod, such as the messages in a queue divided by the number
     * of pods. The cluster must have an adapter for {@code external.metrics.k8s.io}.
     *
     * @throws dev.berth.value.InvalidValueException if the name is empty or contains a slash or a percent sign, or the
     *     average is not above zero
     */
    static CustomMetric externalAverage(String name, Quantity average) {
        return new CustomMetric(CustomMetric.Type.EXTERNAL, name, Map.of(), average);
    }

    /**
     * Checks that the metric can be computed for these pods.
     *
     * @param what the field of the autoscaler, for messages
     * @param workload the object whose pods are measured
     */
    void check(String what, HasMetadata workload);

    /** The metric as a fabric8 model. */
    MetricSpec toModel();
}
