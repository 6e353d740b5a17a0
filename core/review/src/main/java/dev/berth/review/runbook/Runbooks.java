package dev.berth.review.runbook;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the runbooks of a change: the commands of each safe way, or the statement that there is none. */
public final class Runbooks {
    /** Losses that the runbook for the refusal of the same change already handles. */
    private static final Set<String> WITH_REFUSAL = Set.of(
            "claim-replaced", "claim-template-gone", "mount-other-volume", "volume-other-claim", "volume-other-source");

    private Runbooks() {}

    /** Returns the runbooks for the findings of one object; empty if nothing is refused or lost. */
    public static List<Runbook> of(Transition change, List<Finding> findings, Trees trees) {
        return found(change, findings, trees).stream()
                .map(runbook -> SparePods.kept(runbook, trees))
                .toList();
    }

    private static List<Runbook> found(Transition change, List<Finding> findings, Trees trees) {
        Optional<Finding> refused = findings.stream()
                .filter(finding -> finding.effect() == Effect.REFUSED)
                .findFirst();
        List<Finding> losses = findings.stream()
                .filter(finding -> finding.effect() == Effect.DATA_LOSS || StorageRunbooks.isWarned(finding))
                .filter(finding -> refused.isEmpty()
                        || !WITH_REFUSAL.contains(finding.rule().id()))
                .toList();
        Set<Runbook> runbooks = new LinkedHashSet<>();
        losses.forEach(finding -> runbooks.add(loss(change, finding, trees)));
        Optional<Runbook> migration = losses.stream()
                .filter(DumpAndRestore::migrates)
                .findFirst()
                .map(finding -> DumpAndRestore.of(change, finding));
        if (migration.isPresent()) {
            // It recreates the object, and the new servers start on empty volumes: the other steps have nothing to do.
            return List.of(migration.get());
        }
        refused.ifPresent(refusal -> runbooks.addAll(refusal(change, refusal, findings, trees)));
        return splitIfUnsafe(change, runbooks);
    }

    /** No command may make the safe part of a change if it makes the unsafe part with it. */
    private static List<Runbook> splitIfUnsafe(Transition change, Set<Runbook> runbooks) {
        List<Runbook> statements =
                runbooks.stream().filter(runbook -> !runbook.hasCommands()).toList();
        if (statements.size() == runbooks.size() || statements.stream().noneMatch(NoSafeWay::is)) {
            return List.copyOf(runbooks);
        }
        List<Runbook> split = new ArrayList<>();
        split.add(Runbook.of(
                change.id(),
                "Split this change",
                List.of(Step.read(
                        Phase.FIRST,
                        "One part of it has no safe way, so there are no commands for the rest. Make the rest a change of"
                                + " its own to get its runbook."))));
        split.addAll(statements);
        return List.copyOf(split);
    }

    private static List<Runbook> refusal(Transition change, Finding refusal, List<Finding> findings, Trees trees) {
        boolean kept = findings.stream().anyMatch(finding -> finding.rule().id().equals("statefulset-spec-immutable"));
        if (kept) {
            return SetRunbook.of(change, trees);
        }
        Optional<Runbook> strategy = PatchStrategy.of(change);
        if (strategy.isPresent()) {
            return List.of(strategy.get());
        }
        Optional<Runbook> claim = findings.stream()
                .flatMap(finding -> StorageRunbooks.of(change, finding, trees).stream())
                .findFirst();
        if (claim.isPresent()) {
            return List.of(claim.get());
        }
        return List.of(Recreate.of(change, refusal.rule().id(), trees).orElseGet(() -> NoSafeWay.of(refusal)));
    }

    private static Runbook loss(Transition change, Finding finding, Trees trees) {
        if (change.isDeletion() && finding.rule().id().matches("mount-.*|volume-other-.*")) {
            return CopyToSuccessor.of(change, trees).orElseGet(() -> NoSafeWay.of(finding));
        }
        Optional<Runbook> found =
                switch (finding.rule().id()) {
                    case "data-directory-moved" ->
                        finding.field().endsWith(".image")
                                ? Optional.of(NoSafeWay.nothingToRun(
                                        finding,
                                        "Mount the volume where the new image keeps its data in this same change, and"
                                                + " move the data there."))
                                : MoveDirectory.ofVariable(change, finding);
                    case "mount-sub-path-changed" -> MoveDirectory.ofSubPath(change, finding);
                    case "mount-other-volume", "volume-other-claim" -> CopyToOther.of(change, finding);
                    case "mount-path-moved" ->
                        Optional.of(NoSafeWay.nothingToRun(
                                finding,
                                "The data does not move. Point the process to the new path in this same change, or"
                                        + " keep the mount path."));
                    case "mount-removed" ->
                        Optional.of(NoSafeWay.nothingToRun(
                                finding,
                                "The data stays on its volume, where the process cannot reach it: keep the mount, or"
                                        + " copy what is needed before this is applied."));
                    default ->
                        change.kind().equals("StatefulSet")
                                ? StatefulSetRunbooks.of(change, finding, trees)
                                : StorageRunbooks.of(change, finding, trees);
                };
        return found.orElseGet(() -> NoSafeWay.of(finding));
    }
}
