package dev.berth.monitoring;

import dev.berth.config.SecretKeyRef;
import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A port that serves metrics, and how Prometheus scrapes it.
 *
 * <pre>{@code
 * MetricsEndpoint.of(metrics).path("/metrics").interval(ofSeconds(30)).build()
 * }</pre>
 *
 * <p>Source of all defaults and limits: Prometheus Operator 0.93.0, {@code pkg/apis/monitoring/v1/types.go}, {@code
 * Endpoint}.
 */
@Value.Immutable
@Dsl
public abstract class MetricsEndpoint implements ExtensibleMetricsEndpoint {

    MetricsEndpoint() {}

    /** Returns a builder for an endpoint at this port, which the pods open. */
    public static MetricsEndpointBuildStages.BuildFinal of(Port port) {
        return MetricsEndpointBuildStages.start().port(port);
    }

    /** The protocol of a scrape. */
    public enum Scheme {
        /** Without encryption. The default. */
        HTTP("http"),
        /** With TLS. */
        HTTPS("https");

        private final String value;

        Scheme(String value) {
            this.value = value;
        }
    }

    /** The port. */
    public abstract Port port();

    /** The path of the metrics. Defaults to {@code /metrics}. */
    public abstract Optional<String> path();

    /** The protocol. Defaults to {@link Scheme#HTTP}. */
    public abstract Optional<Scheme> scheme();

    /** Parameters of the URL, each with its values. Optional. */
    public abstract Map<String, List<String>> params();

    /** The time between two scrapes. Defaults to the interval of the Prometheus object. */
    public abstract Optional<Duration> interval();

    /**
     * How long a scrape may take. Defaults to the timeout of the Prometheus object, or to the interval if that is
     * shorter. The operator refuses a timeout above the interval.
     */
    public abstract Optional<Duration> scrapeTimeout();

    /** Whether labels of the metrics win over labels of the target with the same name. Defaults to false. */
    public abstract Optional<Boolean> honorLabels();

    /** How Prometheus proves who it is. Not set by default. */
    public abstract Optional<ScrapeAuthorization> authorization();

    /** How Prometheus checks the certificate of the server. Defaults to the authorities that its image trusts. */
    public abstract Optional<ScrapeTls> tlsConfig();

    @Value.Check
    void check() {
        String what = "MetricsEndpoint \"" + port().name() + "\": ";
        interval().ifPresent(time -> PrometheusTime.require(what + "interval", time));
        scrapeTimeout().ifPresent(time -> PrometheusTime.require(what + "scrapeTimeout", time));
        if (interval().isPresent()
                && scrapeTimeout()
                        .filter(time -> time.compareTo(interval().get()) > 0)
                        .isPresent()) {
            throw InvalidValueException.of(
                    what + "scrapeTimeout",
                    PrometheusTime.of(scrapeTimeout().get()),
                    "must be at most the interval of "
                            + PrometheusTime.of(interval().get()));
        }
        path().filter(path -> !path.startsWith("/")).ifPresent(path -> {
            throw InvalidValueException.of(what + "path", path, "must start with /");
        });
    }

    /** The Secrets outside the set that are read. */
    Set<ExistingObject> existing() {
        Set<ExistingObject> existing = new LinkedHashSet<>();
        Stream.concat(
                        authorization().stream().flatMap(who -> who.secrets().stream()),
                        tlsConfig().flatMap(ScrapeTls::ca).stream())
                .map(SecretKeyRef::outside)
                .forEach(outside -> outside.ifPresent(existing::add));
        return existing;
    }

    Object toModel() {
        Fields endpoint = new Fields()
                .put("port", port().name())
                .put("path", path())
                .put("scheme", scheme().map(scheme -> scheme.value))
                .put("params", params())
                .put("interval", interval().map(PrometheusTime::of))
                .put("scrapeTimeout", scrapeTimeout().map(PrometheusTime::of))
                .put("honorLabels", honorLabels());
        authorization().ifPresent(who -> endpoint.put(who.field(), who.toModel()));
        tlsConfig().ifPresent(tls -> endpoint.put("tlsConfig", tls.toModel()));
        return endpoint.toMap();
    }
}
