package dev.berth.review.runbook;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.review.model.PodTemplate;
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
        Optional<TreeObject> successor = trees.successor(change.object());
        if (successor.isEmpty()) {
            return new Runbook(
                    change.id(),
                    "Keep the data of the claim",
                    List.of(
                            RetainVolumes.of(new Kubectl(change.id().namespace()), List.of(name)),
                            RetainVolumes.wayBack()));
        }
        TreeObject next = successor.get();
        List<Step> steps = new ArrayList<>();
        steps.add(stopUsers(change, trees, "while the volume is moved"));
        steps.addAll(RebindClaims.steps(
                change.id().namespace(),
                next.id().namespace(),
                List.of(new RebindClaims.Pair(name, next.id().name())),
                next.at("spec")));
        steps.add(apply(next));
        return new Runbook(change.id(), "Move the data to " + next.id(), steps);
    }

    private static Runbook replaced(Transition change, Trees trees) {
        List<Step> steps = new ArrayList<>();
        steps.add(stopUsers(change, trees, "while the data is copied"));
        steps.addAll(CopyAndSwitch.steps(change.id().namespace(), change.id().name(), change.now("spec")));
        steps.add(apply(change.object()));
        return new Runbook(change.id(), "Copy the data to a claim as it should be", steps);
    }

    private static Step stopUsers(Transition change, Trees trees, String why) {
        List<String> users = trees
                .podsBefore()
                .mounting(change.id().namespace(), change.id().name())
                .stream()
                .map(PodTemplate::owner)
                .map(owner -> owner.id().toString())
                .toList();
        return Step.read("Stop every pod that uses the claim"
                + (users.isEmpty() ? "" : " (" + String.join(", ", users) + ")") + ": nothing may write " + why
                + ". Take a backup before you start.");
    }

    private static Step apply(TreeObject object) {
        return Step.run("Apply the change; the pods may start again.", Kubectl.apply(object.path()));
    }

    private static Runbook volumeGone(Transition change) {
        String name = change.id().name();
        String file = Kubectl.quote("persistentvolume-" + name + ".yaml");
        return new Runbook(
                change.id(),
                "Keep the reference to the data",
                List.of(
                        Step.run(
                                "Save the manifest of the volume, and keep its data whatever happens to its claim.",
                                new Kubectl("").run("get persistentvolume " + Kubectl.quote(name)) + " --output yaml > "
                                        + file,
                                new Kubectl("")
                                        .patch(
                                                "persistentvolume",
                                                name,
                                                "{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\"}}")),
                        Step.read("The way back: apply that file without its status, metadata.uid and"
                                + " resourceVersion; the volume then refers to the same data again.")));
    }

    private static Runbook classGone(Transition change) {
        String path = "{range .items[?(@.spec.storageClassName==\""
                + change.id().name() + "\")]}{.metadata.namespace}/{.metadata.name} {.spec.volumeName}{\"\\n\"}{end}";
        return new Runbook(
                change.id(),
                "Keep the data of the claims of the class",
                List.of(
                        Step.run(
                                "Set the volume of every claim of the class to Retain; save the output.",
                                "kubectl get persistentvolumeclaim --all-namespaces --output jsonpath="
                                        + Kubectl.quote(path) + " |",
                                "  while read -r claim volume; do",
                                "    " + RetainVolumes.retain("volume"),
                                "    echo \"$claim is on $volume\"",
                                "  done"),
                        Step.read("Expansion and new claims require the class: keep it in the tree as long as"
                                + " anything uses it.")));
    }

    private static Runbook namespaceGone(Transition change) {
        String name = Kubectl.quote(change.id().name());
        return new Runbook(
                change.id(),
                "Keep the data of the namespace",
                List.of(
                        Step.run(
                                "Set the volume of every claim in the namespace to Retain; save the output.",
                                "kubectl get persistentvolumeclaim --namespace " + name
                                        + " --output jsonpath='{range .items[*]}{.metadata.name}"
                                        + " {.spec.volumeName}{\"\\n\"}{end}' |",
                                "  while read -r claim volume; do",
                                "    " + RetainVolumes.retain("volume"),
                                "    echo \"$claim is on $volume\"",
                                "  done"),
                        Step.run(
                                "Check what else would be deleted.",
                                "kubectl get all,configmap,secret,persistentvolumeclaim --namespace " + name),
                        RetainVolumes.wayBack()));
    }

    /** Returns whether the finding deletes nothing today, but has a runbook to prepare for it. */
    static boolean isWarned(Finding finding) {
        return finding.effect() == Effect.DELETED && finding.rule().id().equals("storageclass-gone");
    }
}
