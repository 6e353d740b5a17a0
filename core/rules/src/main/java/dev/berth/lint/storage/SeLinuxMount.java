package dev.berth.lint.storage;

import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the kubelet mounts a claim for the pods of a workload.
 *
 * @param label the SELinux label that it mounts the volume with; empty if the container runtime labels each file instead
 */
record SeLinuxMount(String label) {

    /**
     * Finds the label of the containers that mount the claim; see {@code GetMountSELinuxLabel} in
     * pkg/volume/util/selinux.go.
     *
     * @return empty if no container mounts the claim, or if several do with different labels
     */
    static Optional<SeLinuxMount> of(PodOwner workload, String claim) {
        Set<String> volumes = workload.volumes().values().stream()
                .filter(place -> place.volume().getPersistentVolumeClaim() != null
                        && claim.equals(
                                place.volume().getPersistentVolumeClaim().getClaimName()))
                .map(place -> place.volume().getName())
                .collect(Collectors.toSet());
        List<Container> mounting = workload.containers().stream()
                .map(TemplatedPod.Place::container)
                .filter(container -> PodOwner.orEmpty(container.getVolumeMounts()).stream()
                        .filter(Objects::nonNull)
                        .map(VolumeMount::getName)
                        .anyMatch(volumes::contains))
                .toList();
        PodSecurityContext pod = workload.pod().spec().getSecurityContext();
        Set<String> labels = mounting.stream()
                .flatMap(container -> options(container, pod).stream())
                .map(SeLinuxMount::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
        boolean recursive = pod != null && "Recursive".equals(pod.getSeLinuxChangePolicy());
        return mounting.isEmpty() || labels.size() > 1
                ? Optional.empty()
                : Optional.of(new SeLinuxMount(recursive ? "" : String.join("", labels)));
    }

    /** The options of the container replace those of the pod as a whole. */
    private static Optional<SELinuxOptions> options(Container container, @Nullable PodSecurityContext pod) {
        return Optional.ofNullable(container.getSecurityContext())
                .map(context -> context.getSeLinuxOptions())
                .or(() -> Optional.ofNullable(pod).map(PodSecurityContext::getSeLinuxOptions));
    }

    private static String text(SELinuxOptions options) {
        return Stream.of(options.getUser(), options.getRole(), options.getType(), options.getLevel())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(":"));
    }

    @Override
    public String toString() {
        return label.isEmpty() ? "without an SELinux label" : "with the SELinux label " + label;
    }
}
