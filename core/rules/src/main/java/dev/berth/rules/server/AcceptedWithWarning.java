package dev.berth.rules.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.rules.Verdict;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.warning.ServerWarnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The warnings with which the server accepts a document, without those that another rule reports as an error. */
public final class AcceptedWithWarning {
    /** Warnings of which a lint rule reports more at the same field: {@code volume-recycled}. */
    private static final Set<String> REPORTED_BY_LINT = Set.of("recycle-deprecated");

    private AcceptedWithWarning() {}

    /**
     * Returns the warnings about an object; none about one that is refused.
     *
     * @param absent the fields that the version does not have, which are reported already
     */
    public static List<Finding> of(ManifestDocument document, Verdict verdict, List<Finding> absent) {
        Optional<? extends JsonNode> object =
                document.tree().isPresent() ? document.tree() : document.written();
        if (verdict.isRefused() || object.isEmpty()) {
            return List.of();
        }
        List<Finding> warnings = ServerWarnings.onCreation(object.get());
        if (warnings.isEmpty()) {
            return warnings;
        }
        List<Finding> left = new ArrayList<>();
        for (Finding warning : warnings) {
            boolean lint = REPORTED_BY_LINT.contains(warning.rule().id());
            if (!lint && !isAt(warning.field(), absent)) {
                left.add(warning);
            }
        }
        return left;
    }

    private static boolean isAt(String field, List<Finding> absent) {
        for (Finding finding : absent) {
            if (finding.field().equalsIgnoreCase(field)) {
                return true;
            }
        }
        return false;
    }
}
