package dev.berth.manifest;

import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimStatus;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sets the fields that the API server fills in inside lists and structures that are applied as a whole: {@code
 * x-kubernetes-list-type} and {@code x-kubernetes-map-type} are {@code atomic} in its schema.
 *
 * <p>Source: {@code SetDefaults_PersistentVolumeClaim}, {@code SetDefaults_ObjectFieldSelector} and {@code
 * SetDefaults_ServiceAccountTokenProjection} of {@code pkg/apis/core/v1/defaults.go}, and {@code
 * SetDefaults_NetworkPolicyPort} of {@code pkg/apis/networking/v1/defaults.go} (Kubernetes 1.36).
 */
final class AtomicLists {
    private static final long TOKEN_SECONDS = 3600;

    private AtomicLists() {}

    static void fillIn(HasMetadata model) {
        if (model instanceof StatefulSet set && set.getSpec() != null) {
            set.getSpec().getVolumeClaimTemplates().forEach(AtomicLists::claim);
        }
        if (model instanceof NetworkPolicy policy && policy.getSpec() != null) {
            ports(policy).filter(port -> port.getProtocol() == null).forEach(port -> port.setProtocol("TCP"));
        }
        TemplatedPod.of(model).ifPresent(pod -> pod(pod.spec()));
    }

    private static void claim(PersistentVolumeClaim template) {
        if (template.getSpec() != null && template.getSpec().getVolumeMode() == null) {
            template.getSpec().setVolumeMode("Filesystem");
        }
        if (template.getStatus() == null) {
            template.setStatus(new PersistentVolumeClaimStatus());
        }
        if (template.getStatus().getPhase() == null) {
            template.getStatus().setPhase("Pending");
        }
    }

    private static Stream<NetworkPolicyPort> ports(NetworkPolicy policy) {
        return Stream.concat(
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getPorts().stream()),
                policy.getSpec().getEgress().stream().flatMap(rule -> rule.getPorts().stream()));
    }

    private static void pod(PodSpec spec) {
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .map(Container::getEnv)
                .flatMap(List::stream)
                .map(EnvVar::getValueFrom)
                .filter(Objects::nonNull)
                .forEach(source -> field(source.getFieldRef()));
        spec.getVolumes().forEach(AtomicLists::volume);
    }

    private static void volume(Volume volume) {
        if (volume.getDownwardAPI() != null) {
            files(volume.getDownwardAPI().getItems());
        }
        if (volume.getProjected() == null) {
            return;
        }
        for (VolumeProjection source : volume.getProjected().getSources()) {
            if (source.getDownwardAPI() != null) {
                files(source.getDownwardAPI().getItems());
            }
            ServiceAccountTokenProjection token = source.getServiceAccountToken();
            if (token != null && token.getExpirationSeconds() == null) {
                token.setExpirationSeconds(TOKEN_SECONDS);
            }
        }
    }

    private static void files(List<DownwardAPIVolumeFile> files) {
        files.forEach(file -> field(file.getFieldRef()));
    }

    private static void field(@Nullable ObjectFieldSelector selector) {
        if (selector != null && selector.getApiVersion() == null) {
            selector.setApiVersion("v1");
        }
    }
}
