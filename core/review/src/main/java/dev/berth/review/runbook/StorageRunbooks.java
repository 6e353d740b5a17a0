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

/** The ways around what happens to claims, volumes, classes and the namespaces that hold them. */
final class StorageRunbooks {
    private StorageRunbooks() {}

    /** The way around one finding; empty where there is none. */
    static Optional<Runbook> of(Transition change, Finding finding, Trees trees) {
        return switch (finding.rule().id()) {
            case "claim-gone" -> Optional.of(gone(change, trees));
            case "claim-replaced", "claim-growth" -> Optional.of(replaced(change, trees));
            case "volume-gone" -> Optional.of(volumeGone(change));
            case "volume-reclaim-policy" ->
                Optional.of(NoSafeWay.nothingToRun(
                        finding,
                        "Nothing is deleted before the claim is: keep Retain, or be sure that nothing else is needed of"
                                + " the volume."));
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
        steps.add(stopUsers(change, trees, "while the volume changes hands"));
        steps.addAll(RebindClaims.steps(
                change.id().namespace(),
                next.id().namespace(),
                List.of(new RebindClaims.Pair(name, next.id().name())),
                next.at("spec")));
        steps.add(apply(next));
        return new Runbook(change.id(), "Take the data along to " + next.id(), steps);
    }

    private static Runbook replaced(Transition change, Trees trees) {
        List<Step> steps = new ArrayList<>();
        steps.add(stopUsers(change, trees, "while the data is copied"));
        steps.addAll(CopyAndSwitch.steps(change.id().namespace(), change.id().name(), change.now("spec")));
        steps.add(apply(change.object()));
        return new Runbook(change.id(), "Copy the data to a claim as it shall be", steps);
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
                "Keep the way to the data",
                List.of(
                        Step.run(
                                "Write down what the volume is, and keep its data whatever becomes of its claim.",
                                new Kubectl("").run("get persistentvolume " + Kubectl.quote(name)) + " --output yaml > "
                                        + file,
                                new Kubectl("")
                                        .patch(
                                                "persistentvolume",
                                                name,
                                                "{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\"}}")),
                        Step.read("The way back: apply that file without its status and its metadata.uid and"
                                + " resourceVersion; the volume stands for the same data again.")));
    }

    private static Runbook classGone(Transition change) {
        String path = "{range .items[?(@.spec.storageClassName==\""
                + change.id().name() + "\")]}{.metadata.namespace}/{.metadata.name} {.spec.volumeName}{\"\\n\"}{end}";
        return new Runbook(
                change.id(),
                "Keep the data of the claims of the class",
                List.of(
                        Step.run(
                                "Set the volume of every claim of the class to Retain; write down what it prints.",
                                "kubectl get persistentvolumeclaim --all-namespaces --output jsonpath="
                                        + Kubectl.quote(path) + " |",
                                "  while read -r claim volume; do",
                                "    " + RetainVolumes.retain("volume"),
                                "    echo \"$claim is on $volume\"",
                                "  done"),
                        Step.read("Growth and new claims need the class back: keep it in the tree as long as anything"
                                + " names it.")));
    }

    private static Runbook namespaceGone(Transition change) {
        String name = Kubectl.quote(change.id().name());
        return new Runbook(
                change.id(),
                "Keep the data of the namespace",
                List.of(
                        Step.run(
                                "Set the volume of every claim in the namespace to Retain; write down what it prints.",
                                "kubectl get persistentvolumeclaim --namespace " + name
                                        + " --output jsonpath='{range .items[*]}{.metadata.name}"
                                        + " {.spec.volumeName}{\"\\n\"}{end}' |",
                                "  while read -r claim volume; do",
                                "    " + RetainVolumes.retain("volume"),
                                "    echo \"$claim is on $volume\"",
                                "  done"),
                        Step.run(
                                "Look at what else would go.",
                                "kubectl get all,configmap,secret,persistentvolumeclaim --namespace " + name),
                        RetainVolumes.wayBack()));
    }

    /** Whether the finding takes nothing today, and still has a way to be prepared for. */
    static boolean isWarned(Finding finding) {
        return finding.effect() == Effect.DELETED && finding.rule().id().equals("storageclass-gone");
    }
}
