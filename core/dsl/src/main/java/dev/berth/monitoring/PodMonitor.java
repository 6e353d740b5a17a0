package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.selector.SelectablePods;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.immutables.value.Value;

/**
 * Prometheus scrapes the pods of a workload, without a Service. The selector is that of the workload, and the port is one
 * that its containers open.
 *
 * <pre>{@code
 * var monitor = PodMonitor.named("postgres")
 *         .selecting(postgres)
 *         .endpoint(MetricsEndpoint.of(metrics).build())
 *         .build();
 * }</pre>
 *
 * <p>It follows the CRD of Prometheus Operator 0.93.0, {@code monitoring.coreos.com/v1}; {@code
 * pkg/apis/monitoring/v1/podmonitor_types.go}.
 */
@Value.Immutable
@Dsl
public abstract class PodMonitor extends MonitorFields implements ExtensiblePodMonitor {

    PodMonitor() {}

    /**
     * Returns a builder for a PodMonitor.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static PodMonitorBuildStages.SelectingBuildStage named(String name) {
        return PodMonitorBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("PodMonitor: metadata.name", name));
    }

    /** The workload whose pods are scraped. */
    public abstract SelectablePods selecting();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract MetricsEndpoint endpoint();

    @Value.Check
    void check() {
        checkMonitor("PodMonitor");
        allEndpoints()
                .map(MetricsEndpoint::port)
                .filter(port -> !selecting().ports().contains(port))
                .forEach(port -> {
                    throw InvalidValueException.of(
                            "PodMonitor \"" + name() + "\": spec.podMetricsEndpoints",
                            port.name(),
                            "must be a port that a container of \""
                                    + selecting().name() + "\" opens");
                });
    }

    @Override
    public HasMetadata toModel() {
        Fields spec = common().put("podTargetLabels", podTargetLabels())
                .put("sampleLimit", sampleLimit())
                .put("namespaceSelector", namespaceSelector())
                .put("selector", new Fields().put("matchLabels", selecting().selector()))
                .put(
                        "podMetricsEndpoints",
                        allEndpoints().map(MetricsEndpoint::toModel).toList());
        return customResource(API_VERSION, "PodMonitor", spec.toMap());
    }
}
