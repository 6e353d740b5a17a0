package dev.berth.change.runbook;

import dev.berth.change.effect.SetClaims;
import dev.berth.change.model.ChangeFinding;
import dev.berth.change.model.Effect;
import dev.berth.change.model.PodTemplate;
import dev.berth.change.model.Transition;
import dev.berth.change.model.TreeObject;
import dev.berth.change.model.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the runbook of a change: the commands of its safe way, or the statement that it has none. */
public final class Runbooks {
    private Runbooks() {}

    /** The runbook for what was found of one object; empty where nothing is refused or lost. */
    public static Optional<Runbook> of(Transition change, List<ChangeFinding> findings, Trees trees) {
        boolean refused = findings.stream().anyMatch(finding -> finding.effect() == Effect.REFUSED);
        boolean loss = findings.stream().anyMatch(finding -> finding.effect() == Effect.DATA_LOSS);
        if (!refused && !loss) {
            return Optional.empty();
        }
        return switch (change.kind()) {
            case "StatefulSet" -> set(change, findings, trees);
            case "PersistentVolumeClaim" -> Optional.of(claim(change, refused, trees));
            case "Namespace" -> Optional.of(namespace(change));
            case "Deployment" -> refused ? Optional.of(MakeAnew.deployment(change)) : Optional.empty();
            default ->
                !refused
                        ? Optional.empty()
                        : Optional.of(MakeAnew.fits(change.kind()) ? MakeAnew.of(change) : none(change));
        };
    }

    private static Optional<Runbook> set(Transition change, List<ChangeFinding> findings, Trees trees) {
        if (change.isDeletion()) {
            return Optional.of(gone(change, trees));
        }
        if (found(findings, "statefulset-spec-immutable").isPresent()) {
            return Optional.of(SetRunbook.of(change));
        }
        Optional<ChangeFinding> version = found(findings, "database-major-version")
                .filter(finding -> finding.message().startsWith("PostgreSQL"));
        if (version.isPresent()) {
            return Optional.of(DumpAndRestore.of(change, version.get()));
        }
        if (found(findings, "scale-down-deletes-claims").isPresent()) {
            Set<Integer> staying = new SetClaims(change.after().orElseThrow()).ordinals();
            return Optional.of(retain(
                    change, new SetClaims(change.before().orElseThrow()).of(ordinal -> !staying.contains(ordinal))));
        }
        return found(findings, "data-directory-moved").flatMap(finding -> MoveDirectory.of(change, finding));
    }

    private static Optional<ChangeFinding> found(List<ChangeFinding> findings, String rule) {
        return findings.stream().filter(finding -> finding.rule().equals(rule)).findFirst();
    }

    private static Runbook retain(Transition change, List<String> claims) {
        Kubectl kubectl = new Kubectl(change.id().namespace());
        return new Runbook(
                change.id(),
                "Keep the data of the claims that are deleted",
                List.of(
                        RetainVolumes.of(kubectl, claims),
                        RetainVolumes.wayBack(),
                        Step.run(
                                "Apply the change.",
                                Kubectl.apply(change.object().file()))));
    }

    private static Runbook gone(Transition change, Trees trees) {
        SetClaims set = new SetClaims(change.object());
        Kubectl kubectl = new Kubectl(change.id().namespace());
        Optional<TreeObject> successor = trees.successor(change.object());
        if (successor.isEmpty()) {
            return new Runbook(
                    change.id(),
                    "Keep the data of the StatefulSet",
                    List.of(RetainVolumes.of(kubectl, set.all()), RetainVolumes.wayBack()));
        }
        TreeObject next = successor.get();
        SetClaims target = new SetClaims(next);
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                "Delete the old StatefulSet and its pods, but leave its claims. The service is down from here on.",
                kubectl.patch(
                        "statefulset",
                        change.id().name(),
                        "{\"spec\":{\"persistentVolumeClaimRetentionPolicy\":{\"whenDeleted\":\"Retain\"}}}"),
                kubectl.delete("statefulset", List.of(change.id().name()), "--cascade=foreground")));
        for (var template : next.at("spec", "volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText();
            if (set.templates().contains(name)) {
                List<RebindClaims.Pair> pairs = new ArrayList<>();
                for (int ordinal : set.ordinals()) {
                    pairs.add(new RebindClaims.Pair(name + "-" + set.pod(ordinal), name + "-" + target.pod(ordinal)));
                }
                steps.addAll(RebindClaims.steps(
                        change.id().namespace(), next.id().namespace(), pairs, template.path("spec")));
            }
        }
        steps.add(Step.run(
                "Apply the new StatefulSet: it finds the claims under the names that it would give them.",
                Kubectl.apply(next.file()),
                new Kubectl(next.id().namespace())
                        .rollout("statefulset", next.id().name())));
        return new Runbook(change.id(), "Take the data along to " + next.id(), steps);
    }

    private static Runbook claim(Transition change, boolean refused, Trees trees) {
        Kubectl kubectl = new Kubectl(change.id().namespace());
        String name = change.id().name();
        if (change.isDeletion() || !refused) {
            return new Runbook(
                    change.id(),
                    "Keep the data of the claim",
                    List.of(RetainVolumes.of(kubectl, List.of(name)), RetainVolumes.wayBack()));
        }
        List<Step> steps = new ArrayList<>();
        steps.add(Step.read("Stop every pod that uses the claim" + users(change, trees)
                + ": nothing may write while the data is copied. Take a backup before you start."));
        steps.addAll(CopyAndSwitch.steps(change.id().namespace(), name, change.now("spec")));
        steps.add(Step.run(
                "Apply the change; the pods may start again.",
                Kubectl.apply(change.object().file())));
        return new Runbook(change.id(), "Copy the data to a claim as it shall be", steps);
    }

    private static String users(Transition change, Trees trees) {
        List<String> users = trees
                .podsAfter()
                .mounting(change.id().namespace(), change.id().name())
                .stream()
                .map(PodTemplate::owner)
                .map(owner -> owner.id().toString())
                .toList();
        return users.isEmpty() ? "" : " (" + String.join(", ", users) + ")";
    }

    private static Runbook namespace(Transition change) {
        String name = Kubectl.quote(change.id().name());
        return new Runbook(
                change.id(),
                "Keep the data of the namespace",
                List.of(
                        Step.run(
                                "Set the volume of every claim in the namespace to Retain.",
                                "kubectl get persistentvolumeclaim --namespace " + name
                                        + " --output jsonpath='{range .items[*]}{.spec.volumeName}{\"\\n\"}{end}' |",
                                "  while read -r volume; do",
                                "    " + RetainVolumes.retain("volume"),
                                "  done"),
                        Step.run(
                                "Look at what else would go.",
                                "kubectl get all,configmap,secret,persistentvolumeclaim --namespace " + name)));
    }

    private static Runbook none(Transition change) {
        return new Runbook(
                change.id(),
                "No safe way",
                List.of(
                        Step.read(
                                "There is no sequence of commands that brings this change about without the loss that is"
                                        + " described: take the change back, or back up what is in danger before it is applied.")));
    }
}
