package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.review.effect.DatabaseMajorVersion;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runbooks for the claims of a StatefulSet. */
final class StatefulSetRunbooks {
    private StatefulSetRunbooks() {}

    /** Returns the runbook for one loss that only a StatefulSet has; empty for other findings. */
    static Optional<Runbook> of(Transition change, Finding finding, Trees trees) {
        return switch (finding.rule().id()) {
            case "set-gone-deletes-claims", "set-gone-keeps-claims" -> Optional.of(gone(change, trees));
            case "database-major-version" ->
                Optional.of(
                        DumpAndRestore.migrates(finding)
                                ? DumpAndRestore.of(change, finding)
                                : DatabaseMajorVersion.isDowngrade(finding)
                                        ? NoSafeWay.of(finding)
                                        : CopyBefore.of(change, finding));
            case "scale-down-deletes-claims" -> Optional.of(scaleDown(change));
            case "scale-down-keeps-claims" ->
                Optional.of(NoSafeWay.nothingToRun(
                        finding, "The claims keep their data, and a later scale-up uses it again."));
            case "retention-when-deleted", "retention-when-scaled" ->
                Optional.of(kept(change, "Keep the data whatever happens to the claims", retained(change)));
            default -> Optional.empty();
        };
    }

    private static Runbook scaleDown(Transition change) {
        List<Step> steps = new ArrayList<>();
        SparePods.of(change.object()).ifPresent(steps::add);
        return kept(change, "Keep the data of the claims that are deleted", steps);
    }

    /** Returns the step that retains the volumes of all claims of the StatefulSet. */
    private static List<Step> retained(Transition change) {
        SetClaims claims = new SetClaims(change.before().orElseThrow());
        return List.of(RetainVolumes.of(
                change.id().namespace(),
                claims.templates().stream()
                        .map(template -> Ordinal.claim(template, change.id().name()))
                        .toList()));
    }

    private static Runbook kept(Transition change, String title, List<Step> prepared) {
        List<Step> steps = new ArrayList<>(prepared);
        if (!change.isDeletion()) {
            steps.addAll(Started.applied(change.object(), "Apply the change."));
        }
        steps.add(RetainVolumes.wayBack());
        return Runbook.of(change.id(), title, steps);
    }

    private static Runbook gone(Transition change, Trees trees) {
        SetClaims set = new SetClaims(change.object());
        Optional<TreeObject> successor = trees.successor(change.object());
        if (successor.isEmpty()) {
            return kept(change, "Keep the data of the StatefulSet", retained(change));
        }
        TreeObject next = successor.get();
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.of(change.object()));
        for (JsonNode template : next.at("spec", "volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText();
            if (set.templates().contains(name)) {
                RebindClaims.Pair pair = new RebindClaims.Pair(
                        Ordinal.claim(name, change.id().name()),
                        Ordinal.claim(name, next.id().name()));
                steps.addAll(RebindClaims.steps(
                        change.id().namespace(),
                        next.id().namespace(),
                        List.of(pair),
                        ClaimModel.ofTemplate(next, template)));
            }
        }
        steps.addAll(Started.applied(next, "Apply the new StatefulSet: it finds the claims by their names."));
        steps.add(SparePods.statement(next));
        steps.add(Step.read(
                Phase.AFTERWARDS, "The way back: the same change from the new tree to the old one, with its runbook."));
        return Runbook.of(change.id(), "Move the data to " + next.id(), steps);
    }
}
