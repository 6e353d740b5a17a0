package dev.berth.rules.warning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.format.Format;
import java.util.Map;

/** Labels of nodes that are deprecated. Mirrors {@code pkg/api/node/util.go}. */
final class NodeLabels {
    private static final String FILE = "pkg/api/node/util.go";

    private static final Rule DEPRECATED = new Rule("node-label-deprecated", "GetNodeLabelDeprecatedMessage", FILE);
    private static final Rule VALUE = new Rule("node-label-value", "GetWarningsForNodeSelectorTerm", FILE);

    private static final Map<String, String> INSTEAD = Map.of(
            "beta.kubernetes.io/arch", "Use kubernetes.io/arch.",
            "beta.kubernetes.io/os", "Use kubernetes.io/os.",
            "failure-domain.beta.kubernetes.io/region", "Use topology.kubernetes.io/region.",
            "failure-domain.beta.kubernetes.io/zone", "Use topology.kubernetes.io/zone.",
            "beta.kubernetes.io/instance-type", "Use node.kubernetes.io/instance-type.",
            "app.kubernetes.io/created-by", "Remove it.",
            "scheduler.alpha.kubernetes.io/preferAvoidPods", "Use taints and tolerations.",
            "node-role.kubernetes.io/master", "Use node-role.kubernetes.io/control-plane.");

    private final WarningList warnings;

    NodeLabels(WarningList warnings) {
        this.warnings = warnings;
    }

    /** Adds a warning if the label is deprecated. */
    void label(String key, FieldPath path) {
        String instead = INSTEAD.get(key);
        if (instead != null) {
            warnings.add(DEPRECATED, path, "The node label " + key + " is deprecated.", instead);
        }
    }

    /** Checks a map whose keys are labels; each entry is a field of its own. */
    void labels(JsonNode labels, FieldPath path) {
        labels.fieldNames().forEachRemaining(key -> label(key, path.key(key)));
    }

    /** Checks the keys of a list of requirements. */
    void keys(JsonNode requirements, FieldPath path) {
        for (int i = 0; i < requirements.size(); i++) {
            label(Tree.text(requirements.get(i), "key"), path.index(i).child("key"));
        }
    }

    /** Checks a list of terms that a node must match. */
    void terms(JsonNode terms, FieldPath path) {
        for (int i = 0; i < terms.size(); i++) {
            keys(terms.get(i).path("matchExpressions"), path.index(i).child("matchExpressions"));
        }
    }

    /** Checks a list of preferences, of which the server also checks the values only here. */
    void preferences(JsonNode preferences, FieldPath path) {
        for (int i = 0; i < preferences.size(); i++) {
            FieldPath at = path.index(i).child("preference", "matchExpressions");
            JsonNode requirements = preferences.get(i).path("preference").path("matchExpressions");
            keys(requirements, at);
            for (int j = 0; j < requirements.size(); j++) {
                values(requirements.get(j).path("values"), at.index(j).child("values"));
            }
        }
    }

    private void values(JsonNode values, FieldPath path) {
        for (int i = 0; i < values.size(); i++) {
            String problem = Format.LABEL_VALUE.problem(values.get(i).asText());
            if (problem != null) {
                warnings.add(
                        VALUE,
                        path.index(i),
                        "\"" + values.get(i).asText() + "\" is not the value of any label: it " + problem + ".",
                        "Correct it.");
            }
        }
    }
}
