package dev.berth.object;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.SecretReference;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.TypedObjectReference;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The references of an object: every ConfigMap, Secret, key, ServiceAccount, claim, volume, class and Service that it
 * names.
 *
 * <p>Selectors are not references, because they may select nothing. Objects that exist in every cluster are left out:
 * ServiceAccount {@code default}, ConfigMap {@code kube-root-ca.crt}, PriorityClass {@code system-cluster-critical} and
 * {@code system-node-critical}, and the roles of {@code bootstrappolicy/policy.go}.
 *
 * <p>A volume's class is optional, because the binder compares it as a string. A claim's class is not optional, but a
 * volume with the same class serves as well as a StorageClass with that name.
 */
public final class References {

    private static final Set<String> IN_EVERY_CLUSTER = Set.of(
            "ServiceAccount/default",
            "ConfigMap/kube-root-ca.crt",
            "PriorityClass/system-cluster-critical",
            "PriorityClass/system-node-critical",
            "ClusterRole/admin",
            "ClusterRole/cluster-admin",
            "ClusterRole/edit",
            "ClusterRole/view",
            "Role/extension-apiserver-authentication-reader");

    private final String namespace;
    private final List<Reference> found = new ArrayList<>();

    private References(HasMetadata object) {
        String given =
                object.getMetadata() == null ? null : object.getMetadata().getNamespace();
        this.namespace = given == null ? "" : given;
    }

    /** Returns the references of an object, in the order of its fields; empty for kinds without references. */
    public static List<Reference> of(HasMetadata object) {
        References references = new References(object);
        references.collect(object);
        return List.copyOf(references.found);
    }

    private void collect(HasMetadata object) {
        Set<String> replacedVolumes = new HashSet<>();
        if (object instanceof StatefulSet set && set.getSpec() != null) {
            namespaced("spec.serviceName", "Service", set.getSpec().getServiceName());
            List<PersistentVolumeClaim> templates = set.getSpec().getVolumeClaimTemplates();
            for (int i = 0; templates != null && i < templates.size(); i++) {
                if (templates.get(i) != null) {
                    claim(
                            "spec.volumeClaimTemplates[" + i + "].spec",
                            templates.get(i).getSpec());
                    if (templates.get(i).getMetadata() != null) {
                        replacedVolumes.add(templates.get(i).getMetadata().getName());
                    }
                }
            }
        } else if (object instanceof PersistentVolumeClaim claim) {
            claim("spec", claim.getSpec());
        } else if (object instanceof PersistentVolume volume && volume.getSpec() != null) {
            volume(volume.getSpec());
        } else if (object instanceof ServiceAccount account) {
            PodReferences.pullSecrets(this, "imagePullSecrets", account.getImagePullSecrets());
        } else if (object instanceof GenericKubernetesResource custom) {
            CustomReferences.collect(this, custom);
        } else if (object.getKind() != null) {
            collectByKind(object, object.getKind());
        }
        TemplatedPod.of(object).ifPresent(pod -> PodReferences.collect(this, pod, replacedVolumes));
    }

    /** The model classes of these kinds are only loaded for a set that has such objects. */
    private void collectByKind(HasMetadata object, String kind) {
        switch (kind) {
            case "Ingress" -> IngressReferences.collect(this, object);
            case "RoleBinding", "ClusterRoleBinding" -> AccessReferences.collect(this, object);
            case "HorizontalPodAutoscaler" -> AutoscalerReferences.collect(this, object);
            default -> {
                // The object refers to nothing, except in its pods.
            }
        }
    }

    /** Adds the references of a claim, a claim template, or the claim of a generic ephemeral volume. */
    void claim(String path, @Nullable PersistentVolumeClaimSpec spec) {
        if (spec == null) {
            return;
        }
        clusterWide(path + ".storageClassName", "StorageClass", spec.getStorageClassName(), false);
        clusterWide(
                path + ".volumeAttributesClassName",
                "VolumeAttributesClass",
                spec.getVolumeAttributesClassName(),
                false);
        clusterWide(path + ".volumeName", "PersistentVolume", spec.getVolumeName(), false);
        TypedLocalObjectReference source = spec.getDataSource();
        TypedObjectReference sourceRef = spec.getDataSourceRef();
        if (sourceRef != null && sourceRef.getKind() != null) {
            in(sourceRef.getNamespace(), path + ".dataSourceRef.name", sourceRef.getKind(), sourceRef.getName(), false);
        } else if (source != null && source.getKind() != null) {
            namespaced(path + ".dataSource.name", source.getKind(), source.getName());
        }
    }

    private void volume(PersistentVolumeSpec spec) {
        clusterWide("spec.storageClassName", "StorageClass", spec.getStorageClassName(), true);
        clusterWide(
                "spec.volumeAttributesClassName", "VolumeAttributesClass", spec.getVolumeAttributesClassName(), true);
        ObjectReference claim = spec.getClaimRef();
        if (claim != null) {
            in(claim.getNamespace(), "spec.claimRef.name", "PersistentVolumeClaim", claim.getName(), true);
        }
        CSIPersistentVolumeSource csi = spec.getCsi();
        if (csi != null) {
            secret("spec.csi.controllerPublishSecretRef.name", csi.getControllerPublishSecretRef());
            secret("spec.csi.nodeStageSecretRef.name", csi.getNodeStageSecretRef());
            secret("spec.csi.nodePublishSecretRef.name", csi.getNodePublishSecretRef());
            secret("spec.csi.controllerExpandSecretRef.name", csi.getControllerExpandSecretRef());
            secret("spec.csi.nodeExpandSecretRef.name", csi.getNodeExpandSecretRef());
        }
    }

    private void secret(String path, @Nullable SecretReference secret) {
        if (secret != null) {
            in(secret.getNamespace(), path, "Secret", secret.getName(), false);
        }
    }

    void clusterWide(String path, String kind, @Nullable String name, boolean optional) {
        add(path, kind, "", name, "", optional);
    }

    void namespaced(String path, String kind, @Nullable String name) {
        add(path, kind, namespace, name, "", false);
    }

    void namespaced(String path, String kind, @Nullable String name, @Nullable Boolean optional) {
        add(path, kind, namespace, name, "", Boolean.TRUE.equals(optional));
    }

    void key(String path, String kind, @Nullable String name, @Nullable String key, @Nullable Boolean optional) {
        if (key != null) {
            add(path, kind, namespace, name, key, Boolean.TRUE.equals(optional));
        }
    }

    void in(@Nullable String given, String path, String kind, @Nullable String name, boolean optional) {
        add(path, kind, given == null || given.isEmpty() ? namespace : given, name, "", optional);
    }

    private void add(String path, String kind, String namespace, @Nullable String name, String key, boolean optional) {
        if (name != null && !name.isEmpty() && !isInEveryCluster(kind, name)) {
            found.add(new Reference(path, kind, present(namespace), name, present(key), optional));
        }
    }

    private static boolean isInEveryCluster(String kind, String name) {
        return IN_EVERY_CLUSTER.contains(kind + "/" + name)
                || (name.startsWith("system:") && (kind.equals("ClusterRole") || kind.equals("Role")));
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
