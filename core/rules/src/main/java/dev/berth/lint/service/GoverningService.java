package dev.berth.lint.service;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Optional;

/** The headless Service that gives the pods of a StatefulSet their names. */
final class GoverningService {

    private GoverningService() {}

    /** Returns the {@code serviceName}; empty if it is not set. */
    static String nameOf(PodOwner workload) {
        return workload.object() instanceof StatefulSet set && set.getSpec().getServiceName() != null
                ? set.getSpec().getServiceName()
                : "";
    }

    /** Returns the Service of the set with this name. */
    static Optional<Service> of(ObjectSet set, PodOwner workload) {
        return set.find(Service.class, workload.object(), workload.namespace(), nameOf(workload))
                .filter(service -> service.getSpec() != null);
    }

    static boolean isHeadless(Service service) {
        return "None".equals(service.getSpec().getClusterIP());
    }
}
