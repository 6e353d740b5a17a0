package dev.berth.rules.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.version.ApiVersion;
import dev.berth.rules.version.Feature;
import dev.berth.rules.version.FeatureTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what an object uses although a version of Kubernetes does not have it by default: fields and values that were
 * added later, are behind a feature gate or were removed, and API versions that are not served.
 */
public final class VersionRules {

    private static final Rule FIELD =
            new Rule("field-not-in-version", "defaultVersionedKubernetesFeatureGates", "pkg/features/kube_features.go");
    private static final Rule API =
            new Rule("api-version-not-in-version", "DefaultAPIResourceConfigSource", "pkg/controlplane/instance.go");

    /** Where custom resources have their pod template, too. */
    private static final String USUAL_TEMPLATE = "spec.template";

    private final List<Finding> found = new ArrayList<>();

    private VersionRules() {}

    /** Finds what the version does not have: first the fields of the object, then those of its pods. */
    public static List<Finding> check(ManifestDocument document, KubernetesVersion version) {
        VersionRules rules = new VersionRules();
        ApiVersion.of(document.apiVersion(), document.kind())
                .flatMap(served -> served.absence(version, document.kind()))
                .ifPresent(message -> rules.add(API, "apiVersion", message));
        JsonNode object = document.written().orElse(MissingNode.getInstance());
        FeatureTree.Use use = (feature, value, path) -> rules.add(feature, value, path, version);
        if (!document.kind().equals("Pod")) {
            FeatureTree.absentIn(version, document.kind()).find(object, "", use);
        }
        String podPath = podPath(document.kind());
        FeatureTree.absentIn(version, "Pod").find(at(podPath, object), podPath, use);
        return List.copyOf(rules.found);
    }

    private static JsonNode at(String path, JsonNode node) {
        int dot = path.indexOf('.');
        return dot < 0 ? node.path(path) : at(path.substring(dot + 1), node.path(path.substring(0, dot)));
    }

    /** Returns where the spec of a pod is in an object of this kind, if it has one. */
    private static String podPath(String kind) {
        String template = Kinds.named(kind).flatMap(Kind::podTemplate).orElse(USUAL_TEMPLATE);
        return template.isEmpty() ? "spec" : template + ".spec";
    }

    private void add(Feature feature, JsonNode node, String path, KubernetesVersion version) {
        if (feature.value().isEmpty()) {
            add(FIELD, path, feature.absence(version));
        } else if (feature.value().get().matcher(node.asText()).matches()) {
            add(FIELD, path, "\"" + node.asText() + "\": " + feature.absence(version));
        }
    }

    private void add(Rule rule, String field, String message) {
        found.add(Finding.of(rule, field, FindingType.FORBIDDEN, message));
    }
}
