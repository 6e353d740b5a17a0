package dev.berth.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.lint.pod.MemoryLimitTooSmall;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.warning.ServerWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The warnings with which the API server accepts a document, without those of which another rule reports more. */
public final class AcceptedWithWarning {
    private AcceptedWithWarning() {}

    /**
     * Returns the warnings about an object; none about one that is refused.
     *
     * @param absent the fields that the version does not have, which are reported already
     */
    public static List<Finding> of(ManifestDocument document, Verdict verdict, List<Finding> absent) {
        Optional<? extends JsonNode> object = document.tree().isPresent() ? document.tree() : document.written();
        if (verdict.isRefused() || object.isEmpty()) {
            return List.of();
        }
        List<Finding> warnings = new ArrayList<>(ServerWarnings.onCreation(object.get()));
        if (!warnings.isEmpty()) {
            warnings.removeIf(warning -> isReportedByLint(warning, object.get()) || isAbsent(warning.field(), absent));
        }
        return warnings;
    }

    /**
     * {@code volume-recycled} and {@code memory-limit-too-small} report the same at the same field. A projected source that
     * the target version drops is reported with its version.
     */
    private static boolean isReportedByLint(Finding warning, JsonNode object) {
        return switch (warning.rule().id()) {
            case "recycle-deprecated" -> true;
            case "fraction-of-a-byte" ->
                warning.field().endsWith(".resources.limits[memory]")
                        && MemoryLimitTooSmall.isTooSmall(
                                at(object, warning.field()).asText());
            case "projected-without-source" -> !hasEmptySource(object);
            default -> false;
        };
    }

    private static boolean hasEmptySource(JsonNode object) {
        for (JsonNode sources : object.findValues("sources")) {
            for (JsonNode source : sources) {
                if (source.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static JsonNode at(JsonNode object, String field) {
        JsonNode node = object;
        for (String step : field.split("[.\\[\\]]+", -1)) {
            if (!step.isEmpty()) {
                node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            }
        }
        return node;
    }

    private static boolean isAbsent(String field, List<Finding> absent) {
        for (Finding finding : absent) {
            if (finding.field().equalsIgnoreCase(field)) {
                return true;
            }
        }
        return false;
    }
}
