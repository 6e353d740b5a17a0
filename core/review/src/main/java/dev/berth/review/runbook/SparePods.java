package dev.berth.review.runbook;

import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods that a StatefulSet has beyond those of the tree, because someone scaled it up: applying the tree stops them, and
 * deletes their claims if {@code whenScaled} is Delete.
 */
final class SparePods {
    private SparePods() {}

    /** Returns a runbook with the step that keeps the data of these pods; the same one if it deletes no claims. */
    static Runbook kept(Runbook runbook, Trees trees) {
        List<String> applied = runbook.steps().stream()
                .filter(step -> step.phase() == Phase.APPLY)
                .flatMap(step -> step.lines().stream())
                .toList();
        List<Step> steps = new ArrayList<>(runbook.steps());
        for (TreeObject object : trees.after().objects()) {
            if (object.kind().equals("StatefulSet")
                    && !stops(runbook, object)
                    && applied.containsAll(Step.apply("", object.path()).lines())
                    && trees.before().find(object.id()).isPresent()) {
                of(object).ifPresent(steps::add);
            }
        }
        return new Runbook(runbook.object(), runbook.title(), runbook.optional(), steps);
    }

    /** The claims of a StatefulSet whose pods are stopped first stay: no pod is scaled down. */
    private static boolean stops(Runbook runbook, TreeObject set) {
        List<String> stop = StopPods.of(set).lines();
        return runbook.steps().stream()
                .filter(step -> step.phase() == Phase.STOP)
                .flatMap(step -> step.lines().stream())
                .anyMatch(line -> stop.contains(line.strip()));
    }

    /** Returns the step that retains the volumes; empty if applying the StatefulSet deletes no claims. */
    static Optional<Step> of(TreeObject set) {
        SetClaims claims = new SetClaims(set);
        if (!claims.deletesWhenScaled() || claims.templates().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = claims.templates().stream()
                .map(template -> "spare "
                        + Ordinal.pattern(
                                set.id().namespace(),
                                Ordinal.claim(template, set.id().name()))
                        + " " + claims.start() + " " + claims.replicas())
                .toList();
        return Optional.of(Step.run(
                Phase.PREPARE,
                "If someone has scaled StatefulSet " + set.id().name() + " up, applying the tree scales it to "
                        + claims.replicas()
                        + " and deletes the claims of the other pods (whenScaled is Delete). Set their"
                        + " volumes to Retain, so that the data survives; they stay Retain.",
                lines));
    }

    /** Returns the statement for claims that are carried over and that no pod uses yet. */
    static Step statement(TreeObject set) {
        return Step.read(
                Phase.AFTERWARDS,
                "StatefulSet " + set.id().name() + " has the pods of the tree: "
                        + new SetClaims(set).replicas()
                        + ". If there were more, they are stopped, and their claims keep the data: more replicas use it again.");
    }
}
