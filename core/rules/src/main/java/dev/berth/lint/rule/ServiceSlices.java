package dev.berth.lint.rule;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashSet;
import java.util.Set;

/** The Services of a set for which an EndpointSlice of the set has the endpoints. */
final class ServiceSlices {

    private static final String SERVICE = "kubernetes.io/service-name";

    private final Set<String> services = new HashSet<>();

    void add(HasMetadata object) {
        if ("EndpointSlice".equals(object.getKind()) && object.getMetadata().getLabels() != null) {
            String service = object.getMetadata().getLabels().get(SERVICE);
            if (service != null) {
                services.add(ObjectSet.namespace(object) + "/" + service);
            }
        }
    }

    boolean has(String namespace, String service) {
        return services.contains(namespace + "/" + service);
    }
}
