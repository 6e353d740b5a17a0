package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import java.util.List;

/**
 * What a Kubernetes 1.36 API server accepts with a warning, with the fields that it names. It only makes sense for an
 * object that is accepted.
 *
 * <p>Mirrors {@code WarningsOnCreate} and {@code WarningsOnUpdate} of {@code pkg/registry}. Only the rules of the kinds
 * that a run meets are loaded.
 */
public final class ServerWarnings {
    private static final Rule DEPRECATED_API = new Rule(
            "api-deprecated",
            "WarningMessage",
            "staging/src/k8s.io/apiserver/pkg/endpoints/deprecation/deprecation.go");
    private static final JsonNode NOTHING = MissingNode.getInstance();
    private static final FieldPath TEMPLATE = FieldPath.of("spec", "template");

    private ServerWarnings() {}

    /** Returns the warnings of creating an object, without null values. */
    public static List<Finding> onCreation(JsonNode object) {
        WarningList warnings = new WarningList();
        owners(object, warnings);
        JsonNode template = object.path("spec").path("template");
        switch (kind(object)) {
            case "v1/Pod" -> {
                new WorkloadWarnings(warnings).name(object);
                new WorkloadWarnings(warnings).pod(object);
            }
            case "apps/v1/Deployment", "apps/v1/ReplicaSet", "v1/ReplicationController" -> {
                new WorkloadWarnings(warnings).name(object);
                new WorkloadWarnings(warnings).template(template, TEMPLATE);
            }
            case "apps/v1/DaemonSet" -> new WorkloadWarnings(warnings).template(template, TEMPLATE);
            case "apps/v1/StatefulSet" -> {
                new WorkloadWarnings(warnings).template(template, TEMPLATE);
                new WorkloadWarnings(warnings).statefulSet(object, "");
            }
            case "batch/v1/Job" -> {
                new WorkloadWarnings(warnings).name(object);
                new WorkloadWarnings(warnings).job(object.path("spec"), FieldPath.of("spec"));
            }
            case "batch/v1/CronJob" -> {
                new WorkloadWarnings(warnings).name(object);
                new WorkloadWarnings(warnings).cronJob(object);
            }
            case "v1/PodTemplate" ->
                new WorkloadWarnings(warnings).template(object.path("template"), FieldPath.of("template"));
            case "networking.k8s.io/v1/Ingress" -> new NetworkWarnings(warnings).newIngress(object);
            case "discovery.k8s.io/v1/EndpointSlice" -> new NetworkWarnings(warnings).newEndpointSlice(object);
            case "v1/ResourceQuota" -> new ConfigWarnings(warnings).newQuota(object);
            default -> onBoth(NOTHING, object, warnings);
        }
        return warnings.list();
    }

    /** Returns the warnings of an update. The server sends none about the spec of a Pod. */
    public static List<Finding> onUpdate(JsonNode before, JsonNode after) {
        WarningList warnings = new WarningList();
        owners(after, warnings);
        switch (kind(after)) {
            case "v1/Pod", "networking.k8s.io/v1/Ingress", "v1/ResourceQuota" -> {}
            case "apps/v1/Deployment", "apps/v1/ReplicaSet" ->
                new WorkloadWarnings(warnings).templateAgain(before, after);
            case "v1/ReplicationController" -> new WorkloadWarnings(warnings).earlierTemplate(before, after);
            case "apps/v1/DaemonSet" ->
                new WorkloadWarnings(warnings)
                        .templateIfChanged(
                                before.path("spec").path("template"),
                                after.path("spec").path("template"),
                                TEMPLATE);
            case "v1/PodTemplate" ->
                new WorkloadWarnings(warnings)
                        .templateIfChanged(before.path("template"), after.path("template"), FieldPath.of("template"));
            case "apps/v1/StatefulSet" -> {
                new WorkloadWarnings(warnings).templateAgain(before, after);
                new WorkloadWarnings(warnings).statefulSet(after, "Spec");
            }
            case "batch/v1/Job" -> new WorkloadWarnings(warnings).jobAgain(before, after);
            case "batch/v1/CronJob" -> new WorkloadWarnings(warnings).cronJobAgain(before, after);
            case "discovery.k8s.io/v1/EndpointSlice" -> new NetworkWarnings(warnings).endpointSlice(after);
            default -> onBoth(before, after, warnings);
        }
        return warnings.list();
    }

    /** Returns the warnings of an update of nothing but the status. */
    public static List<Finding> onStatusUpdate(JsonNode after) {
        WarningList warnings = new WarningList();
        switch (kind(after)) {
            case "v1/Pod" -> new NetworkWarnings(warnings).podStatus(after);
            case "v1/Service", "networking.k8s.io/v1/Ingress" ->
                new NetworkWarnings(warnings).loadBalancerStatus(after);
            default -> {}
        }
        return warnings.list();
    }

    private static void owners(JsonNode object, WarningList warnings) {
        if (object.path("metadata").path("ownerReferences").size() > 1) {
            new ConfigWarnings(warnings).owners(object);
        }
    }

    /** The kinds whose warnings on an update are those on creation. */
    private static void onBoth(JsonNode before, JsonNode object, WarningList warnings) {
        String kind = kind(object);
        switch (kind) {
            case "v1/Service" -> new ServiceWarnings(object, warnings).check();
            case "v1/PersistentVolume" -> new StorageWarnings(warnings).volume(object);
            case "v1/PersistentVolumeClaim" -> new StorageWarnings(warnings).claim(object);
            case "storage.k8s.io/v1/StorageClass" -> new StorageWarnings(warnings).storageClass(object);
            case "storage.k8s.io/v1/CSIStorageCapacity" -> new StorageWarnings(warnings).capacity(object);
            case "storage.k8s.io/v1/CSIDriver" -> new StorageWarnings(warnings).driver(before, object);
            case "networking.k8s.io/v1/NetworkPolicy" -> new NetworkWarnings(warnings).policy(object);
            case "v1/Node" -> new NetworkWarnings(warnings).node(object);
            case "v1/Endpoints" -> {
                deprecated("v1 Endpoints", "Use EndpointSlice of discovery.k8s.io/v1.", warnings);
                new NetworkWarnings(warnings).endpoints(object);
            }
            case "v1/ComponentStatus" -> deprecated("v1 ComponentStatus", "", warnings);
            case "node.k8s.io/v1/RuntimeClass" -> runtimeClass(object, warnings);
            case "v1/Secret" -> new ConfigWarnings(warnings).secret(object);
            case "v1/ServiceAccount" -> new ConfigWarnings(warnings).serviceAccount(before, object);
            case "resource.k8s.io/v1/ResourceSlice" -> new ConfigWarnings(warnings).resourceSlice(object);
            case "apiextensions.k8s.io/v1/CustomResourceDefinition" -> CrdFormats.check(before, object, warnings);
            default -> {
                if (kind.startsWith("admissionregistration.k8s.io/v1/")) {
                    new ConfigWarnings(warnings).admissionName(object);
                }
            }
        }
    }

    private static void runtimeClass(JsonNode runtimeClass, WarningList warnings) {
        NodeLabels labels = new NodeLabels(warnings);
        runtimeClass
                .path("scheduling")
                .path("nodeSelector")
                .fieldNames()
                .forEachRemaining(key -> labels.label(key, FieldPath.of("scheduling", "nodeSelector")));
    }

    private static void deprecated(String api, String instead, WarningList warnings) {
        warnings.add(DEPRECATED_API, FieldPath.root(), api + " is deprecated.", instead);
    }

    private static String kind(JsonNode object) {
        return Tree.text(object, "apiVersion") + "/" + Tree.text(object, "kind");
    }
}
