package dev.berth.gateway;

import dev.berth.custom.Fields;
import dev.berth.network.ServiceBackend;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The requests that match, and the ports of Services that receive them.
 *
 * <pre>{@code
 * HttpRouteRule.pathPrefix("/api", service.backend(http))
 * }</pre>
 *
 * <p>Source of all limits: {@code apis/v1/httproute_types.go} of kubernetes-sigs/gateway-api 1.4.
 *
 * @param pathType {@code PathPrefix} or {@code Exact}
 * @param path the path, which starts with a slash
 * @param backends the ports of Services, and the share of the requests that each receives
 */
public record HttpRouteRule(String pathType, String path, Map<ServiceBackend, Integer> backends) {

    private static final int HIGHEST_WEIGHT = 1_000_000;

    /**
     * Creates a rule.
     *
     * @throws InvalidValueException if the path does not start with a slash, or a weight is not between 0 and 1,000,000
     */
    public HttpRouteRule {
        if (!path.startsWith("/") || path.contains("//")) {
            throw InvalidValueException.of("HttpRouteRule path", path, "must start with '/', and not contain '//'");
        }
        backends = Collections.unmodifiableMap(new LinkedHashMap<>(backends));
        backends.forEach((backend, weight) -> {
            if (weight < 0 || weight > HIGHEST_WEIGHT) {
                throw InvalidValueException.of(
                        "HttpRouteRule backend " + backend + " weight",
                        weight,
                        "must be between 0 and " + HIGHEST_WEIGHT + ", inclusive");
            }
        });
    }

    /** The requests for this path and everything below it. */
    public static HttpRouteRule pathPrefix(String path, ServiceBackend backend) {
        return new HttpRouteRule("PathPrefix", path, Map.of(backend, 1));
    }

    /** The requests for exactly this path. */
    public static HttpRouteRule exactPath(String path, ServiceBackend backend) {
        return new HttpRouteRule("Exact", path, Map.of(backend, 1));
    }

    /**
     * Returns a copy in which another port of a Service receives a share of the requests. Each share is proportional to
     * its weight; the first backend has the weight 1.
     *
     * @throws InvalidValueException if the weight is not between 0 and 1,000,000
     */
    public HttpRouteRule backend(ServiceBackend backend, int weight) {
        Map<ServiceBackend, Integer> all = new LinkedHashMap<>(backends);
        all.put(backend, weight);
        return new HttpRouteRule(pathType, path, all);
    }

    Stream<ExistingObject> outside() {
        return backends.keySet().stream().flatMap(backend -> backend.outside().stream());
    }

    Map<String, Object> toMap() {
        List<Map<String, Object>> refs = new ArrayList<>();
        backends.forEach((backend, weight) -> {
            Fields ref = new Fields().put("name", backend.service()).put("port", (Object) backend.port());
            refs.add((backends.size() == 1 ? ref : ref.put("weight", (Object) weight)).toMap());
        });
        Fields match = new Fields()
                .put("path", new Fields().put("type", (Object) pathType).put("value", (Object) path));
        return new Fields()
                .put("matches", List.of(match.toMap()))
                .put("backendRefs", refs)
                .toMap();
    }
}
