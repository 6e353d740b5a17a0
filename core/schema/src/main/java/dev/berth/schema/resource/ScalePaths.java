package dev.berth.schema.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Where an object has its replicas. Mirrors {@code ValidateScaleSpec} and {@code ValidateScaleStatus} in {@code
 * pkg/registry/customresource/validator.go} of {@code k8s.io/apiextensions-apiserver}.
 *
 * @param selector the path of the label selector; null if there is none
 */
record ScalePaths(String spec, String status, @Nullable String selector) {
    private static final Rule SCALE = new Rule(
            "scale-path",
            "ValidateScaleSpec, ValidateScaleStatus",
            "staging/src/k8s.io/apiextensions-apiserver/pkg/registry/customresource/validator.go");

    static ScalePaths of(JsonNode scale) {
        return new ScalePaths(
                scale.path("specReplicasPath").asText(),
                scale.path("statusReplicasPath").asText(),
                scale.hasNonNull("labelSelectorPath")
                        ? scale.path("labelSelectorPath").asText()
                        : null);
    }

    /** Checks the values at the paths, which the server reports with their leading dot. */
    void check(JsonNode object, Findings findings) {
        replicas(object, spec, findings);
        replicas(object, status, findings);
        if (selector != null) {
            JsonNode value = at(object, selector, findings);
            if (value != null && !value.isTextual()) {
                findings.invalid(SCALE, FieldPath.of(selector), "", "must be a string");
            }
        }
    }

    private static void replicas(JsonNode object, String path, Findings findings) {
        JsonNode value = at(object, path, findings);
        if (value == null) {
            return;
        }
        if (!value.isIntegralNumber()) {
            findings.invalid(SCALE, FieldPath.of(path), 0, "must be an integer");
        } else if (value.longValue() < 0) {
            findings.invalid(SCALE, FieldPath.of(path), value, "must not be negative");
        } else if (value.longValue() > Integer.MAX_VALUE) {
            findings.invalid(SCALE, FieldPath.of(path), value, "must be at most " + Integer.MAX_VALUE);
        }
    }

    /** Returns the value at a path; null if there is none, or if something on the way to it is not an object. */
    private static @Nullable JsonNode at(JsonNode object, String path, Findings findings) {
        JsonNode node = object;
        for (String step : path.replaceFirst("^\\.", "").split("\\.", -1)) {
            if (!node.isObject()) {
                findings.invalid(SCALE, FieldPath.of(path), 0, "must lead through objects");
                return null;
            }
            node = node.path(step);
            if (node.isMissingNode()) {
                return null;
            }
        }
        return node;
    }
}
