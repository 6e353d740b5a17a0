package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.network.Service;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Prometheus scrapes the pods behind a Service. The selector has the labels of the Service, and the port is one that the
 * Service exposes.
 *
 * <pre>{@code
 * var monitor = ServiceMonitor.named("postgres")
 *         .selecting(service)
 *         .endpoint(MetricsEndpoint.of(metrics).interval(ofSeconds(30)).build())
 *         .putLabel("release", "prometheus")
 *         .build();
 * }</pre>
 *
 * <p>It follows the CRD of Prometheus Operator 0.93.0, {@code monitoring.coreos.com/v1}; {@code
 * pkg/apis/monitoring/v1/servicemonitor_types.go}.
 */
@Value.Immutable
@Dsl
public abstract class ServiceMonitor extends MonitorFields implements ExtensibleServiceMonitor {

    ServiceMonitor() {}

    /**
     * Returns a builder for a ServiceMonitor.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain
     */
    public static ServiceMonitorBuildStages.SelectingBuildStage named(String name) {
        return ServiceMonitorBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("ServiceMonitor: metadata.name", name));
    }

    /** The Service whose pods are scraped. */
    public abstract Service selecting();

    // Declared again so that it is the last stage of the builder.
    @Override
    public abstract MetricsEndpoint endpoint();

    /**
     * The labels by which the Service is selected. Defaults to all labels of its declaration. Declare them if the Service
     * gets its labels from {@code CommonMetadata}, or shares some of its labels with another Service.
     */
    public abstract Map<String, String> matchLabels();

    /** Labels of the Service that are copied to the metrics. Optional. */
    public abstract List<String> targetLabels();

    @Value.Check
    void check() {
        checkMonitor("ServiceMonitor");
        String what = "ServiceMonitor \"" + name() + "\": spec.";
        NameFormat.requireLabels(what + "selector.matchLabels", matchLabels());
        targetLabels().forEach(label -> NameFormat.QUALIFIED_NAME.require(what + "targetLabels", label));
        if (selected().isEmpty()) {
            throw new InvalidValueException(what + "selector.matchLabels: Required value: the Service \""
                    + selecting().name() + "\" has no label: add one with putLabel");
        }
        allEndpoints()
                .map(MetricsEndpoint::port)
                .filter(port -> !selecting().exposedPorts().contains(port))
                .forEach(port -> {
                    throw InvalidValueException.of(
                            what + "endpoints",
                            port.name(),
                            "must be a port that the Service \"" + selecting().name() + "\" exposes");
                });
    }

    private Map<String, String> selected() {
        return matchLabels().isEmpty() ? selecting().labels() : matchLabels();
    }

    @Override
    public HasMetadata toModel() {
        Fields spec = common().put("targetLabels", targetLabels())
                .put("podTargetLabels", podTargetLabels())
                .put("sampleLimit", sampleLimit())
                .put("namespaceSelector", namespaceSelector())
                .put("selector", new Fields().put("matchLabels", selected()))
                .put("endpoints", allEndpoints().map(MetricsEndpoint::toModel).toList());
        return customResource(API_VERSION, "ServiceMonitor", spec.toMap());
    }
}
