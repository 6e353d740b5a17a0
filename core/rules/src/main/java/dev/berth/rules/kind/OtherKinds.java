package dev.berth.rules.kind;

import static dev.berth.rules.kind.Scope.CLUSTER;
import static dev.berth.rules.kind.Scope.NAMESPACED;

import dev.berth.finding.Rule;
import dev.berth.rules.update.ImmutableFields;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The built-in kinds of Kubernetes 1.37 that are not judged when they are created. For some of them it is known which
 * updates the server refuses, or where their pods are. The table {@code apis.txt} of {@code dev.berth.rules.version}
 * states which older versions do not serve them.
 */
final class OtherKinds {
    private static final String APPS = "pkg/apis/apps/validation/validation.go";

    static final List<Kind> ROWS = new ArrayList<>();

    static {
        none("v1", NAMESPACED, "Binding", "Event");
        none("v1", CLUSTER, "ComponentStatus");
        row("v1", NAMESPACED, "Endpoints", () -> KindRow.decoded(Endpoints.class));
        row("v1", CLUSTER, "Node", () -> KindRow.decoded(Node.class));
        row("v1", NAMESPACED, "PodTemplate", () -> KindRow.decoded(PodTemplate.class)
                .podTemplate("template"));
        row("v1", NAMESPACED, "ReplicationController", () -> KindRow.decoded(ReplicationController.class)
                .pods("spec.template"));
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
                () -> fixed("controllerrevision-data", "ValidateControllerRevisionUpdate", APPS, "data"));
        none("authentication.k8s.io/v1", CLUSTER, "SelfSubjectReview", "TokenReview");
        none("authorization.k8s.io/v1", NAMESPACED, "LocalSubjectAccessReview");
        none(
                "authorization.k8s.io/v1",
                CLUSTER,
                "SelfSubjectAccessReview",
                "SelfSubjectRulesReview",
                "SubjectAccessReview");
        none("certificates.k8s.io/v1", CLUSTER, "CertificateSigningRequest", "ClusterTrustBundle");
        none("certificates.k8s.io/v1", NAMESPACED, "PodCertificateRequest");
        none("coordination.k8s.io/v1", NAMESPACED, "Lease");
        none("events.k8s.io/v1", NAMESPACED, "Event");
        none("flowcontrol.apiserver.k8s.io/v1", CLUSTER, "FlowSchema", "PriorityLevelConfiguration");
        none("networking.k8s.io/v1", CLUSTER, "IPAddress", "ServiceCIDR");
        none("policy/v1", NAMESPACED, "Eviction");
        none("resource.k8s.io/v1", CLUSTER, "DeviceClass", "DeviceTaintRule", "ResourceSlice");
        none("resource.k8s.io/v1", NAMESPACED, "ResourceClaim", "ResourceClaimTemplate");
        none("storage.k8s.io/v1", CLUSTER, "CSINode", "VolumeAttachment");
        none("storage.k8s.io/v1", NAMESPACED, "CSIStorageCapacity");
    }

    private OtherKinds() {}

    private static void row(String apiVersion, Scope scope, String name, Supplier<KindRow<?>> row) {
        ROWS.add(new Kind(apiVersion, name, scope, row));
    }

    /** Kinds of which nothing is known but their scope. */
    private static void none(String apiVersion, Scope scope, String... names) {
        for (String name : names) {
            row(apiVersion, scope, name, KindRow::notJudged);
        }
    }

    private static KindRow<?> fixed(String rule, String function, String file, String... fields) {
        return KindRow.notJudged().update(ImmutableFields.of(new Rule(rule, function, file), fields));
    }
}
