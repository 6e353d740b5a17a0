package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.object.ControllerLabels;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.List;
import java.util.Set;

/** How a StatefulSet updates its pods to a new pod template: all, some, or none until someone acts. */
final class SetRollout implements EffectRule {
    private static final String FILE = "pkg/controller/statefulset/stateful_set_control.go";
    private static final String FUNCTION = "updateStatefulSetAfterInvariantEstablished";
    private static final Rule ROLLING = new Rule("statefulset-rolling-update", FUNCTION, FILE);
    private static final Rule PARTITION = new Rule("statefulset-partition", FUNCTION, FILE);
    private static final Rule ON_DELETE = new Rule("statefulset-on-delete", FUNCTION, FILE);
    private static final Rule LOWERED = new Rule("statefulset-partition-lowered", FUNCTION, FILE);

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("StatefulSet") || !change.isUpdate()) {
            return;
        }
        lowered(change, trees, outcome);
        List<FieldChange> template = change.within("spec.template");
        if (template.isEmpty()) {
            return;
        }
        SetClaims set = new SetClaims(change.after().orElseThrow());
        Set<Integer> existing = new SetClaims(change.before().orElseThrow()).ordinals();
        List<String> all = set.podsFromTheTop().stream()
                .filter(pod -> existing.contains(ordinal(pod)))
                .toList();
        JsonNode strategy = change.now("spec", "updateStrategy");
        if (strategy.path("type").asText().equals("OnDelete")) {
            onDelete(template, all, outcome);
            return;
        }
        int partition = strategy.path("rollingUpdate").path("partition").asInt(0);
        List<String> pods =
                all.stream().filter(pod -> ordinal(pod) >= partition).toList();
        if (partition > set.start() && set.replicas() > 0) {
            partition(template, set, partition, pods, outcome);
        } else if (!pods.isEmpty()) {
            List<String> added = set.ordinals().stream()
                    .filter(ordinal -> !existing.contains(ordinal))
                    .map(set::pod)
                    .toList();
            rolling(change, template, pods, added, trees, outcome);
        }
    }

    private static void rolling(
            Transition change,
            List<FieldChange> template,
            List<String> pods,
            List<String> added,
            Trees trees,
            Outcome outcome) {
        boolean parallel = change.now("spec", "podManagementPolicy").asText().equals("Parallel");
        MaxUnavailable limit = MaxUnavailable.of(change.after().orElseThrow(), pods.size(), trees.version());
        StringBuilder what = new StringBuilder();
        String remedy = "";
        if (pods.size() == 1) {
            what.append(added.isEmpty() ? "The only pod, " : "The existing pod, ")
                    .append(pods.get(0))
                    .append(", is deleted and recreated: the service is down until the new one is Ready.");
            remedy = "Choose a quiet hour, or run more than one replica.";
        } else if (limit.pods() >= pods.size()) {
            what.append("All ")
                    .append(count(pods.size()))
                    .append(" are deleted at once, because maxUnavailable is ")
                    .append(limit.stated())
                    .append(", and then recreated: the service is down until a new one is Ready.");
        } else {
            what.append(count(pods.size()))
                    .append(" are replaced ")
                    .append(limit.pace())
                    .append(", in the order ")
                    .append(Names.list(pods))
                    .append("; each pod is deleted before its successor starts, and the next one waits until ")
                    .append(limit.waitUntil())
                    .append(".");
        }
        if (!added.isEmpty()) {
            what.append(" New with this change: ").append(Names.list(added)).append('.');
        }
        if (parallel && pods.size() > 1) {
            what.append(" podManagementPolicy is Parallel: failed or missing pods are recreated all at once and in"
                    + " no particular order, even in the middle of the rollout.");
        }
        for (String pod : pods.size() == 1 ? List.<String>of() : pods) {
            for (TreeObject service :
                    trees.servicesSelecting(change.id().namespace(), ControllerLabels.POD_NAME, pod)) {
                what.append(" Service ")
                        .append(service.id().name())
                        .append(" leads to ")
                        .append(pod)
                        .append(" only: its clients are cut off while that pod is replaced.");
            }
        }
        if (!parallel) {
            remedy = remedy.isEmpty()
                    ? "If the new pod never becomes Ready, the rollout stalls: apply the old template, and delete"
                            + " that pod manually."
                    : remedy + " If the new pod never becomes Ready, apply the old template and delete that pod"
                            + " manually.";
        }
        for (FieldChange field : template) {
            outcome.add(Effect.RESTART, ROLLING, field, what.toString(), remedy);
        }
    }

    private static void partition(
            List<FieldChange> template, SetClaims set, int partition, List<String> pods, Outcome outcome) {
        List<String> staying = set.ordinals().stream()
                .filter(ordinal -> ordinal < partition)
                .map(set::pod)
                .toList();
        String rest = " These keep the old template, even when they are recreated: " + Names.list(staying) + ".";
        String what = "partition is " + partition
                + (pods.isEmpty()
                        ? ": no existing pod gets the new template."
                        : ": only these pods are replaced, in this order: " + Names.list(pods) + ".")
                + rest;
        for (FieldChange field : template) {
            outcome.add(
                    pods.isEmpty() ? Effect.IN_PLACE : Effect.RESTART,
                    PARTITION,
                    field,
                    what,
                    "Lower the partition to " + set.start() + " to update all pods.");
        }
    }

    private static void onDelete(List<FieldChange> template, List<String> pods, Outcome outcome) {
        if (pods.isEmpty()) {
            return;
        }
        for (FieldChange field : template) {
            outcome.add(
                    Effect.IN_PLACE,
                    ON_DELETE,
                    field,
                    "updateStrategy is OnDelete: nothing happens until someone deletes a pod, which is then"
                            + " recreated with the new template.",
                    "Delete the pods one after another, each once the previous one is Ready: " + Names.list(pods)
                            + ".");
        }
    }

    private static void lowered(Transition change, Trees trees, Outcome outcome) {
        change.change("spec.updateStrategy.rollingUpdate.partition").ifPresent(field -> {
            int from = change.old("spec", "updateStrategy", "rollingUpdate", "partition")
                    .asInt(0);
            int to = change.now("spec", "updateStrategy", "rollingUpdate", "partition")
                    .asInt(0);
            SetClaims set = new SetClaims(change.after().orElseThrow());
            Set<Integer> existing = new SetClaims(change.before().orElseThrow()).ordinals();
            List<String> freed = set.podsFromTheTop().stream()
                    .filter(pod -> existing.contains(ordinal(pod)) && ordinal(pod) >= to && ordinal(pod) < from)
                    .toList();
            if (!freed.isEmpty()) {
                MaxUnavailable limit = MaxUnavailable.of(change.after().orElseThrow(), set.replicas(), trees.version());
                outcome.add(
                        Effect.RESTART,
                        LOWERED,
                        field,
                        "The partition goes down from " + from + " to " + to + ": " + Names.list(freed)
                                + " are replaced if they still run an older template, " + limit.pace()
                                + (limit.pods() == 1 ? "" : ",") + " from the highest ordinal down.",
                        "");
            }
        });
    }

    private static String count(int pods) {
        return pods + " pods";
    }

    private static int ordinal(String pod) {
        return Integer.parseInt(pod.substring(pod.lastIndexOf('-') + 1));
    }
}
