package dev.berth.rules.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.manifest.TemplatedPod;
import dev.berth.rules.Finding;
import dev.berth.rules.FindingType;
import dev.berth.rules.Rule;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what an object asks for and a version of Kubernetes does not have: fields and values that come later, that are
 * behind a gate, or that are gone, and API versions that are not served.
 */
public final class VersionRules {

    private static final Rule FIELD =
            new Rule("field-not-in-version", "defaultVersionedKubernetesFeatureGates", "pkg/features/kube_features.go");
    private static final Rule API =
            new Rule("api-version-not-in-version", "DefaultAPIResourceConfigSource", "pkg/controlplane/instance.go");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesVersion version;
    private final List<Finding> found = new ArrayList<>();

    private VersionRules(KubernetesVersion version) {
        this.version = version;
    }

    /** Finds what the version does not have, in the order of the tables of this package. */
    public static List<Finding> check(HasMetadata object, KubernetesVersion version) {
        VersionRules rules = new VersionRules(version);
        if (object.getApiVersion() != null && object.getKind() != null) {
            rules.found.addAll(check(object.getApiVersion(), object.getKind(), version));
        }
        JsonNode tree = JSON.valueToTree(object);
        Optional<TemplatedPod> pod = TemplatedPod.of(object);
        for (Feature feature : Feature.ALL) {
            if (!feature.isOnIn(version)) {
                if (feature.kind().equals("Pod")) {
                    pod.ifPresent(found -> rules.find(at(tree, found.specPath()), feature, 0, found.specPath()));
                } else if (feature.kind().equals(object.getKind())) {
                    rules.find(tree, feature, 0, "");
                }
            }
        }
        return List.copyOf(rules.found);
    }

    /** Finds that the version does not serve an API version, for text that is no object of the model. */
    public static List<Finding> check(String apiVersion, String kind, KubernetesVersion version) {
        VersionRules rules = new VersionRules(version);
        ApiVersion.of(apiVersion, kind)
                .flatMap(served -> served.absence(version, kind))
                .ifPresent(message -> rules.add(API, "apiVersion", message));
        return List.copyOf(rules.found);
    }

    private static JsonNode at(JsonNode tree, String path) {
        return tree.at("/" + path.replace('.', '/'));
    }

    private void find(JsonNode node, Feature feature, int step, String path) {
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
        String name = feature.path().get(step);
        if (name.equals("[]")) {
            for (int i = 0; i < node.size(); i++) {
                find(node.path(i), feature, step + 1, path + "[" + i + "]");
            }
        } else {
            find(node.path(name), feature, step + 1, path.isEmpty() ? name : path + "." + name);
        }
    }

    private static String value(Feature feature, JsonNode node) {
        return feature.value().isPresent() ? "\"" + node.asText() + "\": " : "";
    }

    private void add(Rule rule, String field, String message) {
        found.add(new Finding(rule.id(), field, FindingType.FORBIDDEN, message, rule.source()));
    }
}
