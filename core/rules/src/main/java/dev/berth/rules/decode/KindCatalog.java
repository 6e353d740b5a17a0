package dev.berth.rules.decode;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds that can be judged, and those that a 1.37 API server knows beyond them. */
final class KindCatalog {
    /** A kind with rules: its model class and its schema, which is read off the class when it is asked for first. */
    static final class Kind {
        private static final SchemaReader READER = new SchemaReader();

        private final Class<? extends HasMetadata> model;
        private volatile @Nullable ObjectSchema schema;

        Kind(Class<? extends HasMetadata> model) {
            this.model = model;
        }

        ObjectSchema schema() {
            ObjectSchema known = schema;
            if (known == null) {
                synchronized (READER) {
                    known = READER.schemaOf(model);
                }
                schema = known;
            }
            return known;
        }
    }

    private static final Map<String, Kind> JUDGED = judged();

    /**
     * Built-in kinds of Kubernetes 1.37 without rules here, by their {@code apiVersion}. The table {@code apis.txt} of
     * {@code dev.berth.rules.version} states which older versions do not serve them.
     */
    private static final Map<String, Set<String>> OTHERS = Map.ofEntries(
            Map.entry(
                    "v1",
                    Set.of(
                            "Binding",
                            "ComponentStatus",
                            "Endpoints",
                            "Event",
                            "LimitRange",
                            "Node",
                            "PodTemplate",
                            "ReplicationController",
                            "ResourceQuota")),
            Map.entry(
                    "admissionregistration.k8s.io/v1",
                    Set.of(
                            "MutatingAdmissionPolicy",
                            "MutatingAdmissionPolicyBinding",
                            "MutatingWebhookConfiguration",
                            "ValidatingAdmissionPolicy",
                            "ValidatingAdmissionPolicyBinding",
                            "ValidatingWebhookConfiguration")),
            Map.entry("apiextensions.k8s.io/v1", Set.of("CustomResourceDefinition")),
            Map.entry("apiregistration.k8s.io/v1", Set.of("APIService")),
            Map.entry("apps/v1", Set.of("ControllerRevision", "ReplicaSet")),
            Map.entry("authentication.k8s.io/v1", Set.of("SelfSubjectReview", "TokenReview")),
            Map.entry(
                    "authorization.k8s.io/v1",
                    Set.of(
                            "LocalSubjectAccessReview",
                            "SelfSubjectAccessReview",
                            "SelfSubjectRulesReview",
                            "SubjectAccessReview")),
            Map.entry("autoscaling/v1", Set.of("HorizontalPodAutoscaler")),
            Map.entry("autoscaling/v2", Set.of("HorizontalPodAutoscaler")),
            Map.entry(
                    "certificates.k8s.io/v1",
                    Set.of("CertificateSigningRequest", "ClusterTrustBundle", "PodCertificateRequest")),
            Map.entry("coordination.k8s.io/v1", Set.of("Lease")),
            Map.entry("discovery.k8s.io/v1", Set.of("EndpointSlice")),
            Map.entry("events.k8s.io/v1", Set.of("Event")),
            Map.entry("flowcontrol.apiserver.k8s.io/v1", Set.of("FlowSchema", "PriorityLevelConfiguration")),
            Map.entry("networking.k8s.io/v1", Set.of("Ingress", "IngressClass", "IPAddress", "ServiceCIDR")),
            Map.entry("node.k8s.io/v1", Set.of("RuntimeClass")),
            Map.entry("policy/v1", Set.of("Eviction")),
            Map.entry(
                    "rbac.authorization.k8s.io/v1", Set.of("ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding")),
            Map.entry(
                    "resource.k8s.io/v1",
                    Set.of(
                            "DeviceClass",
                            "DeviceTaintRule",
                            "ResourceClaim",
                            "ResourceClaimTemplate",
                            "ResourceSlice")),
            Map.entry("scheduling.k8s.io/v1", Set.of("PriorityClass")),
            Map.entry(
                    "storage.k8s.io/v1",
                    Set.of("CSIDriver", "CSINode", "CSIStorageCapacity", "VolumeAttachment", "VolumeAttributesClass")));

    private KindCatalog() {}

    private static Map<String, Kind> judged() {
        return Map.ofEntries(
                entry("v1", ConfigMap.class),
                entry("v1", Namespace.class),
                entry("v1", PersistentVolume.class),
                entry("v1", PersistentVolumeClaim.class),
                entry("v1", Pod.class),
                entry("v1", Secret.class),
                entry("v1", Service.class),
                entry("v1", ServiceAccount.class),
                entry("apps/v1", DaemonSet.class),
                entry("apps/v1", Deployment.class),
                entry("apps/v1", StatefulSet.class),
                entry("batch/v1", CronJob.class),
                entry("batch/v1", Job.class),
                entry("networking.k8s.io/v1", NetworkPolicy.class),
                entry("policy/v1", PodDisruptionBudget.class),
                entry("storage.k8s.io/v1", StorageClass.class));
    }

    private static Map.Entry<String, Kind> entry(String apiVersion, Class<? extends HasMetadata> model) {
        return Map.entry(key(apiVersion, model.getSimpleName()), new Kind(model));
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }

    /** The kind, or null where there are no rules for it. */
    static @Nullable Kind find(String apiVersion, String kind) {
        return JUDGED.get(key(apiVersion, kind));
    }

    /** Whether a server may well know this kind, although there are no rules for it here. */
    static boolean isKnownElsewhere(String apiVersion, String kind) {
        return OTHERS.getOrDefault(apiVersion, Set.of()).contains(kind) || isCustom(apiVersion, kind);
    }

    /** The versions that a 1.36 server has of this kind, for a hint. */
    static List<String> versionsOf(String kind) {
        return JUDGED.keySet().stream()
                .filter(key -> key.endsWith(" " + kind))
                .map(key -> key.substring(0, key.indexOf(' ')))
                .sorted()
                .toList();
    }

    /** Groups of custom resources are domain names; those under {@code k8s.io} may be add-ons of the project. */
    private static boolean isCustom(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        if (slash <= 0 || kind.isEmpty() || apiVersion.indexOf('/', slash + 1) >= 0) {
            return false;
        }
        String group = apiVersion.substring(0, slash);
        boolean domain = group.indexOf('.') > 0
                && !group.endsWith(".")
                && group.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-');
        boolean builtIn = OTHERS.keySet().stream().anyMatch(version -> version.startsWith(group + "/"));
        return domain && !builtIn && apiVersion.startsWith("v", slash + 1);
    }
}
