package dev.berth.review.update;

import dev.berth.object.ObjectId;
import dev.berth.rules.Finding;
import dev.berth.rules.Findings;
import dev.berth.rules.Rule;
import java.util.List;
import java.util.Map;

/**
 * What an API server refuses of an update beyond what it would refuse of creating the object.
 *
 * <p>Mirrors the {@code Validate…Update} functions of Kubernetes 1.36. Kinds that are not listed may change freely, as far
 * as is known here.
 */
public final class UpdateValidation {
    private static final String APPS = "pkg/apis/apps/validation/validation.go";
    private static final String STORAGE = "pkg/apis/storage/validation/validation.go";

    private static final UpdateRule METADATA = new MetadataUpdate();
    private static final UpdateRule WORKLOAD_SELECTOR =
            ImmutableFields.of(new Rule("workload-selector", "ValidateDeploymentUpdate", APPS), "spec.selector");
    private static final UpdateRule ROLE = ImmutableFields.of(
            new Rule("binding-role", "ValidateRoleBindingUpdate", "pkg/apis/rbac/validation/validation.go"), "roleRef");

    private static final Map<String, UpdateRule> RULES = Map.ofEntries(
            Map.entry("/ConfigMap", new ConfigMapUpdate()),
            Map.entry("/PersistentVolume", new PersistentVolumeUpdate()),
            Map.entry("/PersistentVolumeClaim", new PersistentVolumeClaimUpdate()),
            Map.entry("/Pod", new PodUpdate()),
            Map.entry("/ResourceQuota", new ResourceQuotaUpdate()),
            Map.entry("/Secret", new SecretUpdate()),
            Map.entry("/Service", new ServiceUpdate()),
            Map.entry(
                    "apps/ControllerRevision",
                    ImmutableFields.of(
                            new Rule("controllerrevision-data", "ValidateControllerRevisionUpdate", APPS), "data")),
            Map.entry("apps/DaemonSet", WORKLOAD_SELECTOR),
            Map.entry("apps/Deployment", WORKLOAD_SELECTOR),
            Map.entry("apps/ReplicaSet", WORKLOAD_SELECTOR),
            Map.entry("apps/StatefulSet", new StatefulSetUpdate()),
            Map.entry("batch/Job", new JobUpdate()),
            Map.entry("storage.k8s.io/CSIDriver", new CsiDriverUpdate()),
            Map.entry(
                    "storage.k8s.io/StorageClass",
                    ImmutableFields.of(
                            new Rule("storageclass-immutable", "ValidateStorageClassUpdate", STORAGE),
                            "parameters",
                            "provisioner",
                            "reclaimPolicy",
                            "volumeBindingMode")),
            Map.entry(
                    "storage.k8s.io/VolumeAttributesClass",
                    ImmutableFields.of(
                            new Rule("volumeattributesclass-immutable", "ValidateVolumeAttributesClassUpdate", STORAGE),
                            "driverName",
                            "parameters")),
            Map.entry("scheduling.k8s.io/PriorityClass", new PriorityClassUpdate()),
            Map.entry(
                    "discovery.k8s.io/EndpointSlice",
                    ImmutableFields.of(
                            new Rule(
                                    "endpointslice-address-type",
                                    "ValidateEndpointSliceUpdate",
                                    "pkg/apis/discovery/validation/validation.go"),
                            "addressType")),
            Map.entry(
                    "node.k8s.io/RuntimeClass",
                    ImmutableFields.of(
                            new Rule(
                                    "runtimeclass-handler",
                                    "ValidateRuntimeClassUpdate",
                                    "pkg/apis/node/validation/validation.go"),
                            "handler")),
            Map.entry(
                    "networking.k8s.io/IngressClass",
                    ImmutableFields.of(
                            new Rule(
                                    "ingressclass-controller",
                                    "ValidateIngressClassUpdate",
                                    "pkg/apis/networking/validation/validation.go"),
                            "spec.controller")),
            Map.entry("rbac.authorization.k8s.io/RoleBinding", ROLE),
            Map.entry("rbac.authorization.k8s.io/ClusterRoleBinding", ROLE));

    private UpdateValidation() {}

    /** What the server would refuse of the update, with its own field paths; empty where it takes it. */
    public static List<Finding> refusals(Update update) {
        Findings findings = new Findings();
        METADATA.check(update, findings);
        UpdateRule rule = RULES.get(key(update.id()));
        if (rule != null) {
            rule.check(update, findings);
        }
        return findings.list();
    }

    private static String key(ObjectId id) {
        return id.group() + "/" + id.kind();
    }
}
