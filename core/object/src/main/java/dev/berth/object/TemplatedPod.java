package dev.berth.object;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pod that an object is or creates: its labels, annotations and spec, with their path in the object.
 *
 * @param specPath the path of the pod's spec: {@code spec} in a Pod, {@code spec.template.spec} in a StatefulSet,
 *     {@code spec.jobTemplate.spec.template.spec} in a CronJob
 * @param labels the labels of every such pod
 * @param annotations the annotations of every such pod
 * @param finalizers the finalizers of every such pod
 * @param spec the pod's spec
 */
public record TemplatedPod(
        String specPath,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<String> finalizers,
        PodSpec spec) {

    /**
     * A container of the pod, with its field path.
     *
     * @param path {@code spec.containers[0]} or {@code spec.initContainers[0]}, from the root of the object
     * @param container the container
     * @param init whether it is listed under {@code initContainers}
     */
    public record Place(String path, Container container, boolean init) {

        /**
         * Returns whether the container keeps running with the pod's main containers: all except init containers that
         * run to completion.
         */
        public boolean keepsRunning() {
            return !init || "Always".equals(container.getRestartPolicy());
        }

        /** Returns whether the container requests some of a resource. A request defaults to the limit. */
        public boolean requests(String resource) {
            ResourceRequirements resources = container.getResources();
            return resources != null
                    && (has(resources.getRequests(), resource) || has(resources.getLimits(), resource));
        }
    }

    /** Returns the pod that an object is or creates; empty for kinds without one, and for a template without a spec. */
    public static Optional<TemplatedPod> of(HasMetadata object) {
        if (object instanceof Pod pod) {
            return at("spec", pod.getMetadata(), pod.getSpec());
        }
        if (object instanceof PodTemplate template) {
            return at("template.spec", template.getTemplate());
        }
        if (object instanceof CronJob job) {
            boolean hasTemplate = job.getSpec() != null
                    && job.getSpec().getJobTemplate() != null
                    && job.getSpec().getJobTemplate().getSpec() != null;
            return hasTemplate
                    ? at(
                            "spec.jobTemplate.spec.template.spec",
                            job.getSpec().getJobTemplate().getSpec().getTemplate())
                    : Optional.empty();
        }
        return at("spec.template.spec", templateOf(object));
    }

    /** Returns whether the pod as a whole requests some of a resource, whatever its containers request. */
    public boolean requests(String resource) {
        ResourceRequirements resources = spec.getResources();
        return resources != null && (has(resources.getRequests(), resource) || has(resources.getLimits(), resource));
    }

    /**
     * Returns the containers without a request of a resource, among those that keep running; none if the pod as a whole
     * requests it. An autoscaler cannot compute the utilization of such a pod.
     *
     * <p>Source: Kubernetes 1.36, {@code pkg/controller/podautoscaler/replica_calculator.go}, {@code
     * calculateRequests}.
     */
    public List<Place> withoutRequest(String resource) {
        return requests(resource)
                ? List.of()
                : containers().stream()
                        .filter(place -> place.keepsRunning() && !place.requests(resource))
                        .toList();
    }

    private static boolean has(@Nullable Map<String, Quantity> amounts, String resource) {
        return amounts != null && amounts.get(resource) != null;
    }

    /** Returns the path of the pod's metadata, such as {@code spec.template.metadata} in a StatefulSet. */
    public String metadataPath() {
        return specPath.substring(0, specPath.length() - "spec".length()) + "metadata";
    }

    /** Returns all containers in the order in which the pod starts them: init containers first. */
    public List<Place> containers() {
        List<Place> places = new ArrayList<>();
        addAll(places, "initContainers", spec.getInitContainers(), true);
        addAll(places, "containers", spec.getContainers(), false);
        return places;
    }

    private void addAll(List<Place> places, String field, @Nullable List<Container> containers, boolean init) {
        for (int i = 0; containers != null && i < containers.size(); i++) {
            if (containers.get(i) != null) {
                places.add(new Place(specPath + "." + field + "[" + i + "]", containers.get(i), init));
            }
        }
    }

    private static @Nullable PodTemplateSpec templateOf(HasMetadata object) {
        if (object instanceof StatefulSet set) {
            return set.getSpec() == null ? null : set.getSpec().getTemplate();
        }
        if (object instanceof Deployment deployment) {
            return deployment.getSpec() == null ? null : deployment.getSpec().getTemplate();
        }
        if (object instanceof DaemonSet set) {
            return set.getSpec() == null ? null : set.getSpec().getTemplate();
        }
        if (object instanceof Job job) {
            return job.getSpec() == null ? null : job.getSpec().getTemplate();
        }
        if (object instanceof ReplicaSet set) {
            return set.getSpec() == null ? null : set.getSpec().getTemplate();
        }
        if (object instanceof ReplicationController controller) {
            return controller.getSpec() == null ? null : controller.getSpec().getTemplate();
        }
        return null;
    }

    private static Optional<TemplatedPod> at(String specPath, @Nullable PodTemplateSpec template) {
        return template == null ? Optional.empty() : at(specPath, template.getMetadata(), template.getSpec());
    }

    private static Optional<TemplatedPod> at(String specPath, @Nullable ObjectMeta metadata, @Nullable PodSpec spec) {
        if (spec == null) {
            return Optional.empty();
        }
        ObjectMeta given = metadata == null ? new ObjectMeta() : metadata;
        return Optional.of(new TemplatedPod(
                specPath,
                orEmpty(given.getLabels()),
                orEmpty(given.getAnnotations()),
                given.getFinalizers() == null ? List.of() : given.getFinalizers(),
                spec));
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
