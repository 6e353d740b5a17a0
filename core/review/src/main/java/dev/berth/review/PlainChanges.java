package dev.berth.review;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import java.util.List;

/** The fields that change without an effect that a rule knows about. */
final class PlainChanges {
    private static final Rule IN_PLACE =
            new Rule("changed", "Store.Update", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final int FEW = 3;

    private PlainChanges() {}

    /** Adds the fields that neither the outcome nor the drift mentions. */
    static void add(Transition change, Outcome outcome, Outcome drift) {
        List<FieldChange> fields = change.changes().stream()
                .filter(field -> !outcome.speaksOf(field) && !drift.speaksOf(field))
                .toList();
        boolean judged = Kinds.inGroup(change.id().group(), change.kind())
                .filter(Kind::isJudged)
                .isPresent();
        if (judged || fields.size() < 2) {
            for (FieldChange field : fields) {
                outcome.add(Effect.IN_PLACE, IN_PLACE, field, "The value changes; no pod is replaced.", "");
            }
        } else {
            outcome.add(Effect.IN_PLACE, IN_PLACE, counted(fields), "");
        }
    }

    /** Only the controller of a custom resource, or the API server for a definition, knows what its fields mean. */
    private static String counted(List<FieldChange> fields) {
        List<String> paths = fields.stream().map(FieldChange::path).limit(FEW).toList();
        int more = fields.size() - paths.size();
        return fields.size() + " fields change: " + String.join(", ", paths)
                + (more == 0 ? "." : " and " + more + " more.");
    }
}
