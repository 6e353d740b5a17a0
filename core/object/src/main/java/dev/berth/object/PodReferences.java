package dev.berth.object;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the references of a pod's spec: its service account, its classes, its volumes, and the sources of its
 * environment.
 */
final class PodReferences {

    private PodReferences() {}

    /** Collects the references, except those of volumes that a claim template with the same name replaces. */
    static void collect(References references, TemplatedPod pod, Set<String> replacedVolumes) {
        PodSpec spec = pod.spec();
        String path = pod.specPath();
        String account = spec.getServiceAccountName();
        if (account == null || account.isEmpty()) {
            references.namespaced(path + ".serviceAccount", "ServiceAccount", spec.getServiceAccount());
        } else {
            references.namespaced(path + ".serviceAccountName", "ServiceAccount", account);
        }
        references.clusterWide(path + ".priorityClassName", "PriorityClass", spec.getPriorityClassName(), false);
        references.clusterWide(path + ".runtimeClassName", "RuntimeClass", spec.getRuntimeClassName(), false);
        pullSecrets(references, path + ".imagePullSecrets", spec.getImagePullSecrets());
        each(path + ".volumes", spec.getVolumes(), (at, volume) -> {
            if (!replacedVolumes.contains(volume.getName())) {
                volume(references, at, volume);
            }
        });
        for (TemplatedPod.Place place : pod.containers()) {
            each(
                    place.path() + ".envFrom",
                    place.container().getEnvFrom(),
                    (at, from) -> envFrom(references, at, from));
            each(place.path() + ".env", place.container().getEnv(), (at, variable) -> env(references, at, variable));
        }
    }

    static void pullSecrets(References references, String path, @Nullable List<LocalObjectReference> secrets) {
        each(path, secrets, (at, secret) -> references.namespaced(at + ".name", "Secret", secret.getName()));
    }

    private static void volume(References references, String path, Volume volume) {
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            references.namespaced(path + ".configMap.name", "ConfigMap", source.getName(), source.getOptional());
            items(
                    references,
                    path + ".configMap",
                    "ConfigMap",
                    source.getName(),
                    source.getItems(),
                    source.getOptional());
        }
        if (volume.getSecret() != null) {
            var source = volume.getSecret();
            references.namespaced(path + ".secret.secretName", "Secret", source.getSecretName(), source.getOptional());
            items(
                    references,
                    path + ".secret",
                    "Secret",
                    source.getSecretName(),
                    source.getItems(),
                    source.getOptional());
        }
        if (volume.getProjected() != null) {
            each(
                    path + ".projected.sources",
                    volume.getProjected().getSources(),
                    (at, projection) -> projection(references, at, projection));
        }
        if (volume.getPersistentVolumeClaim() != null) {
            references.namespaced(
                    path + ".persistentVolumeClaim.claimName",
                    "PersistentVolumeClaim",
                    volume.getPersistentVolumeClaim().getClaimName());
        }
        if (volume.getEphemeral() != null && volume.getEphemeral().getVolumeClaimTemplate() != null) {
            references.claim(
                    path + ".ephemeral.volumeClaimTemplate.spec",
                    volume.getEphemeral().getVolumeClaimTemplate().getSpec());
        }
        if (volume.getCsi() != null) {
            secret(
                    references,
                    path + ".csi.nodePublishSecretRef",
                    volume.getCsi().getNodePublishSecretRef());
        }
        if (volume.getIscsi() != null) {
            secret(references, path + ".iscsi.secretRef", volume.getIscsi().getSecretRef());
        }
        if (volume.getFlexVolume() != null) {
            secret(
                    references,
                    path + ".flexVolume.secretRef",
                    volume.getFlexVolume().getSecretRef());
        }
        if (volume.getAzureFile() != null) {
            references.namespaced(
                    path + ".azureFile.secretName",
                    "Secret",
                    volume.getAzureFile().getSecretName());
        }
    }

    private static void projection(References references, String path, VolumeProjection projection) {
        if (projection.getConfigMap() != null) {
            var source = projection.getConfigMap();
            references.namespaced(path + ".configMap.name", "ConfigMap", source.getName(), source.getOptional());
            items(
                    references,
                    path + ".configMap",
                    "ConfigMap",
                    source.getName(),
                    source.getItems(),
                    source.getOptional());
        }
        if (projection.getSecret() != null) {
            var source = projection.getSecret();
            references.namespaced(path + ".secret.name", "Secret", source.getName(), source.getOptional());
            items(references, path + ".secret", "Secret", source.getName(), source.getItems(), source.getOptional());
        }
    }

    private static void envFrom(References references, String path, EnvFromSource from) {
        if (from.getConfigMapRef() != null) {
            var source = from.getConfigMapRef();
            references.namespaced(path + ".configMapRef.name", "ConfigMap", source.getName(), source.getOptional());
        }
        if (from.getSecretRef() != null) {
            var source = from.getSecretRef();
            references.namespaced(path + ".secretRef.name", "Secret", source.getName(), source.getOptional());
        }
    }

    private static void env(References references, String path, EnvVar variable) {
        EnvVarSource from = variable.getValueFrom();
        if (from == null) {
            return;
        }
        if (from.getConfigMapKeyRef() != null) {
            var source = from.getConfigMapKeyRef();
            String at = path + ".valueFrom.configMapKeyRef";
            references.namespaced(at + ".name", "ConfigMap", source.getName(), source.getOptional());
            references.key(at + ".key", "ConfigMap", source.getName(), source.getKey(), source.getOptional());
        }
        if (from.getSecretKeyRef() != null) {
            var source = from.getSecretKeyRef();
            String at = path + ".valueFrom.secretKeyRef";
            references.namespaced(at + ".name", "Secret", source.getName(), source.getOptional());
            references.key(at + ".key", "Secret", source.getName(), source.getKey(), source.getOptional());
        }
    }

    private static void items(
            References references,
            String path,
            String kind,
            @Nullable String name,
            @Nullable List<KeyToPath> items,
            @Nullable Boolean optional) {
        each(path + ".items", items, (at, item) -> references.key(at + ".key", kind, name, item.getKey(), optional));
    }

    private static void secret(References references, String path, @Nullable LocalObjectReference secret) {
        if (secret != null) {
            references.namespaced(path + ".name", "Secret", secret.getName());
        }
    }

    private static <T> void each(String path, @Nullable List<T> list, BiConsumer<String, T> body) {
        for (int i = 0; list != null && i < list.size(); i++) {
            T element = list.get(i);
            if (element != null) {
                body.accept(path + "[" + i + "]", element);
            }
        }
    }
}
