package dev.berth.rules.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.rules.Finding;
import dev.berth.rules.FindingType;
import dev.berth.rules.Rule;
import dev.berth.rules.decode.ManifestDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what an object asks for and a version of Kubernetes does not have: fields and values that come later, that are
 * behind a gate, or that are gone, and API versions that are not served.
 */
public final class VersionRules {

    private static final Rule FIELD =
            new Rule("field-not-in-version", "defaultVersionedKubernetesFeatureGates", "pkg/features/kube_features.go");
    private static final Rule API =
            new Rule("api-version-not-in-version", "DefaultAPIResourceConfigSource", "pkg/controlplane/instance.go");

    private final List<Finding> found = new ArrayList<>();

    private VersionRules() {}

    /** Finds what the version does not have, in the order of the tables of this package. */
    public static List<Finding> check(ManifestDocument document, KubernetesVersion version) {
        VersionRules rules = new VersionRules();
        ApiVersion.of(document.apiVersion(), document.kind())
                .flatMap(served -> served.absence(version, document.kind()))
                .ifPresent(message -> rules.add(API, "apiVersion", message));
        JsonNode object = document.written().orElse(MissingNode.getInstance());
        String podPath = podPath(document.kind());
        JsonNode pod = object;
        for (String step : podPath.split("\\.", -1)) {
            pod = pod.path(step);
        }
        for (Feature feature : Feature.absentIn(version)) {
            if (feature.kind().equals("Pod")) {
                rules.find(pod, feature, version, 0, podPath);
            } else if (feature.kind().equals(document.kind())) {
                rules.find(object, feature, version, 0, "");
            }
        }
        return List.copyOf(rules.found);
    }

    /** Where the spec of the pod stands in an object of this kind, if there is one. */
    private static String podPath(String kind) {
        return switch (kind) {
            case "Pod" -> "spec";
            case "PodTemplate" -> "template.spec";
            case "CronJob" -> "spec.jobTemplate.spec.template.spec";
            default -> "spec.template.spec";
        };
    }

    private void find(JsonNode node, Feature feature, KubernetesVersion version, int step, String path) {
        if (node.isMissingNode() || node.isNull()) {
            return;
        }
        if (step == feature.path().size()) {
            boolean meant = feature.value()
                    .map(value -> value.matcher(node.asText()).matches())
                    .orElse(true);
            if (meant) {
                add(FIELD, path, value(feature, node) + feature.absence(version));
            }
            return;
        }
        List<String> names = feature.path().get(step);
        for (int i = 0; names.isEmpty() && i < node.size(); i++) {
            find(node.path(i), feature, version, step + 1, path + "[" + i + "]");
        }
        for (String name : names) {
            find(node.path(name), feature, version, step + 1, path.isEmpty() ? name : path + "." + name);
        }
    }

    private static String value(Feature feature, JsonNode node) {
        return feature.value().isPresent() ? "\"" + node.asText() + "\": " : "";
    }

    private void add(Rule rule, String field, String message) {
        found.add(new Finding(rule.id(), field, FindingType.FORBIDDEN, message, rule.source()));
    }
}
