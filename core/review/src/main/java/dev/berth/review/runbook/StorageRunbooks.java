package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runbooks for claims, volumes, classes, and the namespaces that contain them. */
final class StorageRunbooks {
    private StorageRunbooks() {}

    /** Returns the runbook for one finding; empty if there is none. */
    static Optional<Runbook> of(Transition change, Finding finding, Trees trees) {
        return switch (finding.rule().id()) {
            case "claim-gone" -> Optional.of(gone(change, trees));
            case "claim-replaced", "claim-growth" -> Optional.of(replaced(change, trees));
            case "volume-gone" -> Optional.of(volumeGone(change));
            case "volume-reclaim-policy" ->
                Optional.of(NoSafeWay.nothingToRun(
                        finding,
                        "Nothing is deleted before the claim is: keep Retain, or make sure that the volume is no"
                                + " longer needed."));
            case "storageclass-gone" -> Optional.of(classGone(change));
            case "namespace-gone" -> Optional.of(namespaceGone(change));
            default -> Optional.empty();
        };
    }

    private static Runbook gone(Transition change, Trees trees) {
        String name = change.id().name();
        String namespace = change.id().namespace();
        Optional<TreeObject> successor = trees.successor(change.object());
        List<Step> steps = new ArrayList<>();
        if (successor.isEmpty()) {
            steps.add(RetainVolumes.of(namespace, List.of(name)));
            steps.add(RetainVolumes.wayBack());
            return Runbook.of(change.id(), "Keep the data of the claim", steps);
        }
        TreeObject next = successor.get();
        steps.addAll(RebindClaims.steps(
                namespace,
                next.id().namespace(),
                List.of(new RebindClaims.Pair(name, next.id().name())),
                next.effective()));
        steps.add(Step.apply("Apply the claim: nothing changes if it is on its volume.", next.path()));
        steps.addAll(ClaimUsers.stopAndStart(change, trees));
        steps.add(Step.read(
                Phase.AFTERWARDS, "The way back: the same change from the new tree to the old one, with its runbook."));
        return Runbook.of(change.id(), "Move the data to " + next.id(), steps);
    }

    private static Runbook replaced(Transition change, Trees trees) {
        JsonNode old = change.old("spec");
        if (!old.path("volumeMode").equals(change.now("spec", "volumeMode"))
                || !WantedClaim.differs(old, change.now("spec"))) {
            return NoSafeWay.of(
                    change.id(),
                    "No command can copy the data to a claim with this name: create a claim with another name next to it,"
                            + " and move the data with the tools of the database.");
        }
        List<Step> steps = new ArrayList<>(CopyAndSwitch.steps(
                change.id().namespace(), change.id().name(), change.object().effective()));
        steps.add(Step.apply("Apply the change.", change.object().path()));
        steps.addAll(ClaimUsers.stopAndStart(change, trees));
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "The way back is the data on the old volume, whose name was printed. It stays Retain, and is billed, until"
                        + " you delete it and its disk."));
        return Runbook.of(change.id(), "Copy the data to a claim as it should be", steps);
    }

    private static Runbook volumeGone(Transition change) {
        String name = Kubectl.quote(change.id().name());
        List<String> lines = new ArrayList<>();
        lines.add("file=${SAVED:-$HOME}/"
                + Kubectl.quote("persistentvolume-" + change.id().name() + ".yaml"));
        lines.addAll(Block.when(
                "exists persistentvolume " + name,
                List.of(
                        "kubectl get persistentvolume " + name + " --output yaml >\"$file.part\"",
                        "mv \"$file.part\" \"$file\"",
                        "retain " + name)));
        return Runbook.of(
                change.id(),
                "Keep the reference to the data",
                List.of(
                        Step.run(
                                Phase.PREPARE,
                                "Save the manifest of the volume outside the repository, and keep its data whatever"
                                        + " happens to its claim.",
                                lines),
                        Step.read(
                                Phase.AFTERWARDS,
                                "The way back: apply that file without its status, metadata.uid and resourceVersion; the"
                                        + " volume then refers to the same data again.")));
    }

    private static Runbook classGone(Transition change) {
        return Runbook.of(
                change.id(),
                "Keep the data of the claims of the class",
                List.of(
                        retainAll(
                                "Set the volume of every claim of the class to Retain; save the output.",
                                "--all-namespaces",
                                "?(@.spec.storageClassName==\"" + change.id().name() + "\")"),
                        Step.read(
                                Phase.AFTERWARDS,
                                "Expansion and new claims require the class: keep it in the tree as long as anything uses"
                                        + " it."),
                        RetainVolumes.wayBack()));
    }

    private static Runbook namespaceGone(Transition change) {
        String namespace = "--namespace " + Kubectl.quote(change.id().name());
        return Runbook.of(
                change.id(),
                "Keep the data of the namespace",
                List.of(
                        retainAll(
                                "Set the volume of every claim in the namespace to Retain; save the output.",
                                namespace,
                                "*"),
                        Step.run(
                                Phase.PREPARE,
                                "Check what else would be deleted.",
                                "kubectl get all,configmap,secret,persistentvolumeclaim " + namespace),
                        RetainVolumes.wayBack()));
    }

    private static Step retainAll(String why, String where, String which) {
        String path =
                "{range .items[" + which + "]}{.metadata.namespace}/{.metadata.name} {.spec.volumeName}{\"\\n\"}{end}";
        return Step.run(
                Phase.PREPARE,
                why,
                "kubectl get persistentvolumeclaim " + where + " --output jsonpath=" + Kubectl.quote(path) + " |",
                "  while read -r claim volume; do",
                "    [ -z \"$volume\" ] || {",
                "      retain \"$volume\"",
                "      echo \"$claim is on $volume\"",
                "    }",
                "  done");
    }

    /** Returns whether the finding deletes nothing today, but has a runbook to prepare for it. */
    static boolean isWarned(Finding finding) {
        return finding.effect() == Effect.DELETED && finding.rule().id().equals("storageclass-gone");
    }
}
