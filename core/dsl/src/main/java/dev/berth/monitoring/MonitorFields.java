package dev.berth.monitoring;

import dev.berth.custom.Fields;
import dev.berth.manifest.DslPart;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@link ServiceMonitor} and a {@link PodMonitor} have in common: the endpoints, and limits. A Prometheus object
 * selects its monitors by their labels, so most clusters need one such as {@code release: prometheus}.
 */
@DslPart
public abstract class MonitorFields extends NamedCustomResource {

    static final String API_VERSION = "monitoring.coreos.com/v1";

    MonitorFields() {}

    /** The port that serves metrics, or the first one if there are several. */
    public abstract MetricsEndpoint endpoint();

    /** Further ports that serve metrics. Optional. */
    public abstract List<MetricsEndpoint> endpoints();

    /**
     * The namespaces in which objects are selected. Defaults to the namespace of the monitor. A monitor beside
     * Prometheus, in another namespace than the database, needs the namespace of the database.
     */
    public abstract List<Namespace> namespaces();

    /** The label of the selected object whose value becomes the label {@code job} of the metrics. Optional. */
    public abstract Optional<String> jobLabel();

    /** Labels of the pods that are copied to the metrics. Optional. */
    public abstract List<String> podTargetLabels();

    /** How many samples a scrape may return, at least 0. A scrape with more fails. No limit by default. */
    public abstract Optional<Integer> sampleLimit();

    void checkMonitor(String kind) {
        checkMetadata(kind);
        String what = kind + " \"" + name() + "\": spec.";
        jobLabel().ifPresent(label -> NameFormat.QUALIFIED_NAME.require(what + "jobLabel", label));
        podTargetLabels().forEach(label -> NameFormat.QUALIFIED_NAME.require(what + "podTargetLabels", label));
        sampleLimit().filter(limit -> limit < 0).ifPresent(limit -> {
            throw InvalidValueException.of(what + "sampleLimit", limit, "must be at least 0");
        });
    }

    Stream<MetricsEndpoint> allEndpoints() {
        return Stream.concat(Stream.of(endpoint()), endpoints().stream());
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> existing = new LinkedHashSet<>();
        allEndpoints().forEach(endpoint -> existing.addAll(endpoint.existing()));
        return existing;
    }

    /** The fields that both kinds have before those of their own. */
    Fields common() {
        return new Fields().put("jobLabel", jobLabel());
    }

    Fields namespaceSelector() {
        return new Fields()
                .put("matchNames", namespaces().stream().map(Namespace::name).toList());
    }
}
