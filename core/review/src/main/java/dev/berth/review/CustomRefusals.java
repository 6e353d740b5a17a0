package dev.berth.review;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.rules.custom.CustomAnswer;
import dev.berth.rules.custom.CustomResources;
import dev.berth.rules.decode.ManifestDocument;
import java.util.List;
import java.util.Optional;

/**
 * What the API server refuses of custom resources and of their definitions. The definitions in the new tree decide; those in
 * the old tree decided when the old objects were applied.
 */
final class CustomRefusals {
    private final Optional<CustomResources> before;
    private final Optional<CustomResources> after;

    private CustomRefusals(Optional<CustomResources> before, Optional<CustomResources> after) {
        this.before = before;
        this.after = after;
    }

    static CustomRefusals of(ObjectTree before, ObjectTree after) {
        return new CustomRefusals(definitions(before), definitions(after));
    }

    private static Optional<CustomResources> definitions(ObjectTree tree) {
        Optional<CustomResources> definitions = Optional.empty();
        for (TreeObject object : tree.objects()) {
            if (isDefinition(object)) {
                definitions = definitions.or(CustomResources::find);
                definitions
                        .filter(known -> known.toDefinition(object.body()).isAccepted())
                        .ifPresent(known -> known.add(object.body()));
            }
        }
        return definitions;
    }

    private static boolean isDefinition(TreeObject object) {
        return ManifestDocument.isDefinition(object.body().path("apiVersion").asText(), object.kind());
    }

    /** Returns what is refused of a new object; empty if it is not judged here. */
    Optional<List<Finding>> toCreation(TreeObject now) {
        if (isDefinition(now)) {
            return after.map(known -> known.toDefinition(now.body()).findings());
        }
        return after.flatMap(known -> known.toCreation(now.body())).map(CustomRefusals::findings);
    }

    /** Returns what is refused of an object that is applied over an earlier one; empty if it is not judged here. */
    Optional<List<Finding>> toUpdate(TreeObject old, TreeObject now) {
        if (isDefinition(now)) {
            return after.map(
                    known -> known.toNewDefinition(old.body(), now.body()).findings());
        }
        return answer(old, now).map(CustomRefusals::findings);
    }

    private Optional<CustomAnswer> answer(TreeObject old, TreeObject now) {
        return after.flatMap(known -> known.toApply(before.orElse(known), old.body(), now.body()));
    }

    /** Adds what the server warns of when it accepts an update: rules that unchanged values break. */
    void warn(Transition change, Outcome outcome) {
        if (change.isUpdate() && !isDefinition(change.object())) {
            answer(change.before().orElseThrow(), change.after().orElseThrow()).ifPresent(answer -> answer.warnings()
                    .forEach(warning -> outcome.add(
                            Effect.IN_PLACE,
                            warning.rule(),
                            new FieldChange(warning.field(), null, null),
                            "The API server warns: " + warning.message(),
                            "")));
        }
    }

    private static List<Finding> findings(CustomAnswer answer) {
        return answer.verdict().findings();
    }
}
