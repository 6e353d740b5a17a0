package dev.berth.rules.kind;

import static dev.berth.rules.kind.Scope.CLUSTER;
import static dev.berth.rules.kind.Scope.NAMESPACED;

import dev.berth.finding.Rule;
import dev.berth.rules.update.CsiDriverUpdate;
import dev.berth.rules.update.ImmutableFields;
import dev.berth.rules.update.PriorityClassUpdate;
import dev.berth.rules.update.ResourceQuotaUpdate;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in kinds of Kubernetes 1.37 that are not judged when they are created. For some of them it is known which
 * updates the server refuses, or where their pods are. The table {@code apis.txt} of {@code dev.berth.rules.version}
 * states which older versions do not serve them.
 */
final class OtherKinds {
    private static final String APPS = "pkg/apis/apps/validation/validation.go";
    private static final String DISCOVERY = "pkg/apis/discovery/validation/validation.go";
    private static final String NETWORKING = "pkg/apis/networking/validation/validation.go";
    private static final String NODE = "pkg/apis/node/validation/validation.go";
    private static final String RBAC = "pkg/apis/rbac/validation/validation.go";
    private static final String STORAGE = "pkg/apis/storage/validation/validation.go";

    static final List<Kind> ROWS = new ArrayList<>();

    static {
        none("v1", NAMESPACED, "Binding", "Endpoints", "Event", "LimitRange");
        none("v1", CLUSTER, "ComponentStatus", "Node");
        row("v1", NAMESPACED, "PodTemplate", KindRow.notJudged().podTemplate("template"));
        row("v1", NAMESPACED, "ReplicationController", KindRow.notJudged().pods("spec.template"));
        row("v1", NAMESPACED, "ResourceQuota", KindRow.notJudged().update(new ResourceQuotaUpdate()));
        none(
                "admissionregistration.k8s.io/v1",
                CLUSTER,
                "MutatingAdmissionPolicy",
                "MutatingAdmissionPolicyBinding",
                "MutatingWebhookConfiguration",
                "ValidatingAdmissionPolicy",
                "ValidatingAdmissionPolicyBinding",
                "ValidatingWebhookConfiguration");
        none("apiextensions.k8s.io/v1", CLUSTER, "CustomResourceDefinition");
        none("apiregistration.k8s.io/v1", CLUSTER, "APIService");
        row(
                "apps/v1",
                NAMESPACED,
                "ControllerRevision",
                fixed("controllerrevision-data", "ValidateControllerRevisionUpdate", APPS, "data"));
        row(
                "apps/v1",
                NAMESPACED,
                "ReplicaSet",
                KindRow.notJudged().update(JudgedKinds.workloadSelector()).pods("spec.template"));
        none("authentication.k8s.io/v1", CLUSTER, "SelfSubjectReview", "TokenReview");
        none("authorization.k8s.io/v1", NAMESPACED, "LocalSubjectAccessReview");
        none(
                "authorization.k8s.io/v1",
                CLUSTER,
                "SelfSubjectAccessReview",
                "SelfSubjectRulesReview",
                "SubjectAccessReview");
        none("autoscaling/v1", NAMESPACED, "HorizontalPodAutoscaler");
        none("autoscaling/v2", NAMESPACED, "HorizontalPodAutoscaler");
        none("certificates.k8s.io/v1", CLUSTER, "CertificateSigningRequest", "ClusterTrustBundle");
        none("certificates.k8s.io/v1", NAMESPACED, "PodCertificateRequest");
        none("coordination.k8s.io/v1", NAMESPACED, "Lease");
        row(
                "discovery.k8s.io/v1",
                NAMESPACED,
                "EndpointSlice",
                fixed("endpointslice-address-type", "ValidateEndpointSliceUpdate", DISCOVERY, "addressType"));
        none("events.k8s.io/v1", NAMESPACED, "Event");
        none("flowcontrol.apiserver.k8s.io/v1", CLUSTER, "FlowSchema", "PriorityLevelConfiguration");
        none("networking.k8s.io/v1", NAMESPACED, "Ingress");
        row(
                "networking.k8s.io/v1",
                CLUSTER,
                "IngressClass",
                fixed("ingressclass-controller", "ValidateIngressClassUpdate", NETWORKING, "spec.controller"));
        none("networking.k8s.io/v1", CLUSTER, "IPAddress", "ServiceCIDR");
        row(
                "node.k8s.io/v1",
                CLUSTER,
                "RuntimeClass",
                fixed("runtimeclass-handler", "ValidateRuntimeClassUpdate", NODE, "handler"));
        none("policy/v1", NAMESPACED, "Eviction");
        none("rbac.authorization.k8s.io/v1", CLUSTER, "ClusterRole");
        row("rbac.authorization.k8s.io/v1", CLUSTER, "ClusterRoleBinding", roleBinding());
        none("rbac.authorization.k8s.io/v1", NAMESPACED, "Role");
        row("rbac.authorization.k8s.io/v1", NAMESPACED, "RoleBinding", roleBinding());
        none("resource.k8s.io/v1", CLUSTER, "DeviceClass", "DeviceTaintRule", "ResourceSlice");
        none("resource.k8s.io/v1", NAMESPACED, "ResourceClaim", "ResourceClaimTemplate");
        row(
                "scheduling.k8s.io/v1",
                CLUSTER,
                "PriorityClass",
                KindRow.notJudged().update(new PriorityClassUpdate()));
        row("storage.k8s.io/v1", CLUSTER, "CSIDriver", KindRow.notJudged().update(new CsiDriverUpdate()));
        none("storage.k8s.io/v1", CLUSTER, "CSINode", "VolumeAttachment");
        none("storage.k8s.io/v1", NAMESPACED, "CSIStorageCapacity");
        row(
                "storage.k8s.io/v1",
                CLUSTER,
                "VolumeAttributesClass",
                fixed(
                        "volumeattributesclass-immutable",
                        "ValidateVolumeAttributesClassUpdate",
                        STORAGE,
                        "driverName",
                        "parameters"));
    }

    private OtherKinds() {}

    private static void row(String apiVersion, Scope scope, String name, KindRow<?> row) {
        ROWS.add(new Kind(apiVersion, name, scope, () -> row));
    }

    /** Kinds of which nothing is known but their scope. */
    private static void none(String apiVersion, Scope scope, String... names) {
        for (String name : names) {
            row(apiVersion, scope, name, KindRow.notJudged());
        }
    }

    private static KindRow<?> roleBinding() {
        return fixed("binding-role", "ValidateRoleBindingUpdate", RBAC, "roleRef");
    }

    private static KindRow<?> fixed(String rule, String function, String file, String... fields) {
        return KindRow.notJudged().update(ImmutableFields.of(new Rule(rule, function, file), fields));
    }
}
