package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import dev.berth.rules.pod.ContainerRequests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code SetDefaults_Pod}, {@code SetDefaults_PodSpec} in {@code pkg/apis/core/v1/defaults.go}. */
public final class PodDefaults {
    private static final long GRACE_SECONDS = 30;

    private PodDefaults() {}

    /** Returns the template with its defaults; creates it if there is none. */
    static PodTemplateSpec template(@Nullable PodTemplateSpec template) {
        PodTemplateSpec filled = template == null ? new PodTemplateSpec() : template;
        if (filled.getMetadata() == null) {
            filled.setMetadata(new ObjectMeta());
        }
        if (filled.getSpec() == null) {
            filled.setSpec(new PodSpec());
        }
        spec(filled.getSpec());
        return filled;
    }

    /** The spec of a Pod, and the labels that a server writes into its selectors. */
    public static void pod(Pod pod) {
        again(pod);
        PodLabelKeys.fillIn(pod);
    }

    /** Sets the defaults of a Pod that replaces itself. */
    public static void again(Pod pod) {
        if (pod.getSpec() == null) {
            pod.setSpec(new PodSpec());
        }
        PodSpec spec = pod.getSpec();
        spec(spec);
        Zero.list(spec.getContainers()).forEach(container -> requests(container.getResources()));
        Zero.list(spec.getInitContainers()).forEach(container -> requests(container.getResources()));
        podHugePages(spec);
        podRequests(spec);
        if (spec.getEnableServiceLinks() == null) {
            spec.setEnableServiceLinks(true);
        }
        if (Zero.flag(spec.getHostNetwork())) {
            Zero.list(spec.getContainers()).forEach(PodDefaults::hostPorts);
            Zero.list(spec.getInitContainers()).forEach(PodDefaults::hostPorts);
        }
    }

    /** A limit without a request becomes the request too; in Pods, but not in templates. */
    private static void requests(@Nullable ResourceRequirements resources) {
        if (resources == null || Zero.map(resources.getLimits()).isEmpty()) {
            return;
        }
        Map<String, Quantity> requests = new LinkedHashMap<>(Zero.map(resources.getRequests()));
        resources.getLimits().forEach(requests::putIfAbsent);
        resources.setRequests(requests);
    }

    /** A pod with its own resources gets the limits on huge pages of its containers; defaultHugePagePodLimits. */
    private static void podHugePages(PodSpec spec) {
        ResourceRequirements resources = spec.getResources();
        if (resources == null
                || (Zero.map(resources.getLimits()).isEmpty()
                        && Zero.map(resources.getRequests()).isEmpty())) {
            return;
        }
        Map<String, Quantity> limits = new LinkedHashMap<>(Zero.map(resources.getLimits()));
        ContainerRequests.hugePageLimits(spec).forEach((name, amount) -> {
            if (!Zero.map(resources.getRequests()).containsKey(name)) {
                limits.putIfAbsent(name, new Quantity(amount.toString()));
            }
        });
        resources.setLimits(limits);
    }

    /**
     * Sets the requests of a pod with its own limits: the total requests of its containers, or else its limits; {@code
     * defaultPodRequests}.
     */
    private static void podRequests(PodSpec spec) {
        ResourceRequirements resources = spec.getResources();
        if (resources == null || Zero.map(resources.getLimits()).isEmpty()) {
            return;
        }
        Map<String, Quantity> requests = new LinkedHashMap<>(Zero.map(resources.getRequests()));
        ContainerRequests.together(spec).forEach((name, amount) -> {
            if (ContainerRequests.mayOvercommit(name)) {
                requests.putIfAbsent(name, new Quantity(amount.toString()));
            }
        });
        resources.getLimits().forEach((name, limit) -> {
            if (ContainerRequests.isOfPods(name)) {
                requests.putIfAbsent(name, limit);
            }
        });
        resources.setRequests(requests);
    }

    private static void hostPorts(Container container) {
        Zero.list(container.getPorts()).stream()
                .filter(port -> Zero.number(port.getHostPort()) == 0)
                .forEach(port -> port.setHostPort(port.getContainerPort()));
    }

    private static void spec(PodSpec spec) {
        for (Volume volume : Zero.list(spec.getVolumes())) {
            VolumeDefaults.volume(volume);
        }
        if (Zero.isEmpty(spec.getServiceAccountName()) && !Zero.isEmpty(spec.getServiceAccount())) {
            spec.setServiceAccountName(spec.getServiceAccount());
        }
        if (Zero.isEmpty(spec.getDnsPolicy())) {
            spec.setDnsPolicy("ClusterFirst");
        }
        if (Zero.isEmpty(spec.getRestartPolicy())) {
            spec.setRestartPolicy("Always");
        }
        if (spec.getSecurityContext() == null) {
            spec.setSecurityContext(new PodSecurityContext());
        }
        if (spec.getTerminationGracePeriodSeconds() == null) {
            spec.setTerminationGracePeriodSeconds(GRACE_SECONDS);
        }
        if (Zero.isEmpty(spec.getSchedulerName())) {
            spec.setSchedulerName("default-scheduler");
        }
        Zero.list(spec.getContainers()).forEach(ContainerDefaults::container);
        Zero.list(spec.getInitContainers()).forEach(ContainerDefaults::container);
        for (EphemeralContainer container : Zero.list(spec.getEphemeralContainers())) {
            ContainerDefaults.ephemeral(container);
        }
        Zero.list(spec.getTopologySpreadConstraints()).forEach(constraint -> {
            if (constraint.getNodeAffinityPolicy() == null) {
                constraint.setNodeAffinityPolicy("Honor");
            }
            if (constraint.getNodeTaintsPolicy() == null) {
                constraint.setNodeTaintsPolicy("Ignore");
            }
        });
    }
}
