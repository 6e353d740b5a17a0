package dev.berth.lint.reference;

import dev.berth.finding.Rule;
import java.util.List;

/** What happens in the cluster if an object is missing: a row for each kind, and for who names it. */
final class MissingObjects {

    private static final String CERT_MANAGER =
            "pkg/controller/certificaterequests/sync.go of cert-manager/cert-manager";
    private static final String NOT_ISSUED = "The certificate is not issued, and pods wait for its Secret.";
    private static final String PROMETHEUS = "pkg/assets/store.go of prometheus-operator/prometheus-operator";
    private static final String NOT_READ =
            "The controller of the custom resource does not use it before the Secret exists.";
    private static final String EXTERNAL_SECRETS =
            "pkg/controllers/secretstore/client_manager.go of external-secrets/external-secrets";
    private static final String NOT_FETCHED = "The Secret is not created, and pods wait for it.";
    private static final String NGINX = "internal/ingress/controller/controller.go of kubernetes/ingress-nginx";
    private static final String RBAC = "pkg/registry/rbac/validation/rule.go";
    private static final String GRANTS_NOTHING = "The binding grants nothing.";
    private static final String SNAPSHOTTER =
            "pkg/common-controller/snapshot_controller.go of kubernetes-csi/external-snapshotter";

    private MissingObjects() {}

    static List<MissingObject> all() {
        return List.of(
                new MissingObject(
                        new Rule(
                                "service-missing", "ValidateStatefulSetSpec", "pkg/apis/apps/validation/validation.go"),
                        "Service",
                        "The names of its pods never resolve."),
                new MissingObject(
                        new Rule("config-map-missing", "SetUpAt", "pkg/volume/configmap/configmap.go"),
                        "ConfigMap",
                        "The pod waits for it, in ContainerCreating or CreateContainerConfigError."),
                new MissingObject(
                        new Rule("secret-missing", "SetUpAt", "pkg/volume/secret/secret.go"),
                        "Secret",
                        "The pod waits for it, in ContainerCreating or CreateContainerConfigError."),
                new MissingObject(
                        new Rule(
                                "service-account-missing", "Admit", "plugin/pkg/admission/serviceaccount/admission.go"),
                        "ServiceAccount",
                        "No pod can be created."),
                new MissingObject(
                        new Rule("priority-class-missing", "Admit", "plugin/pkg/admission/priority/admission.go"),
                        "PriorityClass",
                        "No pod can be created."),
                new MissingObject(
                        new Rule("runtime-class-missing", "Admit", "plugin/pkg/admission/runtimeclass/admission.go"),
                        "RuntimeClass",
                        "No pod can be created."),
                new MissingObject(
                        new Rule(
                                "claim-missing",
                                "PreFilter",
                                "pkg/scheduler/framework/plugins/volumebinding/volume_binding.go"),
                        "PersistentVolumeClaim",
                        "The pod stays Pending."),
                new MissingObject(
                        new Rule(
                                "storage-class-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        "StorageClass",
                        "The claim stays Pending, and so does every pod that uses it."),
                new MissingObject(
                        new Rule(
                                "volume-attributes-class-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        "VolumeAttributesClass",
                        "The claim stays Pending, and so does every pod that uses it."),
                new MissingObject(
                        new Rule(
                                "volume-missing",
                                "syncUnboundClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        "PersistentVolume",
                        "The claim waits for the volume with this name, and binds to no other."),
                new MissingObject(new Rule("issuer-missing", "Sync", CERT_MANAGER), "Issuer", NOT_ISSUED),
                new MissingObject(
                        new Rule("cluster-issuer-missing", "Sync", CERT_MANAGER), "ClusterIssuer", NOT_ISSUED),
                new MissingObject(
                        new Rule("custom-resource-secret-missing", "GetSecretKey", PROMETHEUS),
                        "Secret",
                        NOT_READ,
                        Namer.CUSTOM_RESOURCE),
                new MissingObject(
                        new Rule("secret-store-missing", "getStore", EXTERNAL_SECRETS), "SecretStore", NOT_FETCHED),
                new MissingObject(
                        new Rule("cluster-secret-store-missing", "getStore", EXTERNAL_SECRETS),
                        "ClusterSecretStore",
                        NOT_FETCHED),
                new MissingObject(
                        new Rule("ingress-service-missing", "serviceEndpoints", NGINX),
                        "Service",
                        "Requests to its paths are answered with an error, such as 503.",
                        Namer.INGRESS),
                new MissingObject(
                        new Rule("ingress-secret-missing", "createServers", NGINX),
                        "Secret",
                        "Its hosts are served with a certificate of the controller, which clients do not trust.",
                        Namer.INGRESS),
                new MissingObject(
                        new Rule(
                                "ingress-class-missing",
                                "Admit",
                                "plugin/pkg/admission/network/defaultingressclass/admission.go"),
                        "IngressClass",
                        "No controller implements the Ingress.",
                        Namer.INGRESS),
                new MissingObject(
                        new Rule(
                                "route-service-missing",
                                "HTTPRouteSpec",
                                "apis/v1/httproute_types.go of kubernetes-sigs/gateway-api"),
                        "Service",
                        "Requests to this backend are answered with 500.",
                        Namer.ROUTE),
                new MissingObject(
                        new Rule("role-missing", "GetRoleReferenceRules", RBAC), "Role", GRANTS_NOTHING, Namer.BINDING),
                new MissingObject(
                        new Rule("cluster-role-missing", "GetRoleReferenceRules", RBAC),
                        "ClusterRole",
                        GRANTS_NOTHING,
                        Namer.BINDING),
                new MissingObject(
                        new Rule("subject-missing", "VisitRulesFor", RBAC),
                        "ServiceAccount",
                        "The binding grants nothing to it.",
                        Namer.BINDING),
                new MissingObject(
                        new Rule(
                                "autoscaler-target-missing",
                                "reconcileAutoscaler",
                                "pkg/controller/podautoscaler/horizontal.go"),
                        MissingObject.ANY,
                        "The autoscaler scales nothing.",
                        Namer.AUTOSCALER),
                new MissingObject(
                        new Rule("snapshot-claim-missing", "getClaimFromVolumeSnapshot", SNAPSHOTTER),
                        "PersistentVolumeClaim",
                        "No snapshot is taken.",
                        Namer.SNAPSHOT),
                new MissingObject(
                        new Rule("snapshot-class-missing", "getSnapshotClass", SNAPSHOTTER),
                        "VolumeSnapshotClass",
                        "No snapshot is taken.",
                        Namer.SNAPSHOT),
                new MissingObject(
                        new Rule(
                                "data-source-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        MissingObject.ANY,
                        "The claim stays Pending, and so does every pod that uses it."));
    }
}
