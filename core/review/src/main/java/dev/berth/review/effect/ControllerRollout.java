package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** How a Deployment or a DaemonSet updates its pods to a new pod template, and a Pod to a new image. */
final class ControllerRollout implements TemplateRule {
    private static final Rule DEPLOYMENT =
            new Rule("deployment-rolling-update", "rolloutRolling", "pkg/controller/deployment/rolling.go");
    private static final Rule RECREATE =
            new Rule("deployment-recreate", "rolloutRecreate", "pkg/controller/deployment/recreate.go");
    private static final Rule STOPPED =
            new Rule("deployment-scale-to-zero", "scaleReplicaSet", "pkg/controller/deployment/sync.go");
    private static final Rule DAEMONSET =
            new Rule("daemonset-rolling-update", "rollingUpdate", "pkg/controller/daemon/update.go");
    private static final Rule DAEMONSET_ON_DELETE =
            new Rule("daemonset-on-delete", "rollingUpdate", "pkg/controller/daemon/update.go");
    private static final Rule POD =
            new Rule("pod-image", "computePodActions", "pkg/kubelet/kuberuntime/kuberuntime_manager.go");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        switch (change.kind()) {
            case "Deployment" -> {
                stopped(change, before, outcome);
                change.within("spec.template").forEach(field -> deployment(change, field, after, outcome));
            }
            case "DaemonSet" -> change.within("spec.template").forEach(field -> daemonSet(change, field, outcome));
            case "Pod" ->
                change.changes().stream()
                        .filter(field ->
                                field.path().startsWith("spec.") && field.path().endsWith("].image"))
                        .forEach(field -> outcome.add(
                                Effect.RESTART,
                                POD,
                                field,
                                "The container restarts in place: volumes stay, but what it wrote to its own layer"
                                        + " is lost.",
                                ""));
            default -> {}
        }
    }

    private static void deployment(Transition change, FieldChange field, PodTemplate after, Outcome outcome) {
        int replicas = change.now("spec", "replicas").asInt(1);
        JsonNode strategy = change.now("spec", "strategy");
        int existing = change.old("spec", "replicas").asInt(1);
        if (replicas == 0 || existing == 0) {
            return;
        }
        if (strategy.path("type").asText().equals("Recreate")) {
            outcome.add(
                    Effect.RESTART,
                    RECREATE,
                    field,
                    "strategy is Recreate: "
                            + (existing == 1
                                    ? "the pod is deleted before the new one starts."
                                    : "all " + existing + " pods are deleted before the first new one starts.")
                            + " The service is down in the meantime.",
                    "");
            return;
        }
        int surge = share(strategy.path("rollingUpdate").path("maxSurge"), replicas, true);
        int missing = share(strategy.path("rollingUpdate").path("maxUnavailable"), replicas, false);
        StringBuilder what = new StringBuilder()
                .append(existing == 1 ? "The pod is replaced" : "All " + existing + " pods are replaced")
                .append(replicas == existing ? "" : " by " + replicas)
                .append(existing == 1 ? "" : ", in no particular order")
                .append("; never more than ")
                .append(replicas + surge)
                .append(" at a time, and never fewer than ")
                .append(replicas - missing)
                .append(" that are available.");
        if (claims(after)) {
            what.append(" Old and new pods mount the same claims at the same time: with ReadWriteOnce, a new pod on"
                    + " another node waits for the volume forever.");
        }
        outcome.add(
                Effect.RESTART,
                DEPLOYMENT,
                field,
                what.toString(),
                claims(after)
                        ? "Use strategy Recreate, or a StatefulSet, for a claim that only one node can" + " mount."
                        : "");
    }

    private static void stopped(Transition change, PodTemplate before, Outcome outcome) {
        int from = change.old("spec", "replicas").asInt(1);
        if (from > 0 && change.now("spec", "replicas").asInt(1) == 0) {
            boolean scratch = false;
            for (JsonNode volume : before.spec().path("volumes")) {
                scratch |= volume.path("emptyDir").isObject();
            }
            String pods = from == 1 ? "the pod is" : "all " + from + " pods are";
            String their = from == 1 ? "its" : "their";
            String layers = from == 1 ? "layer" : "layers";
            String lost = scratch
                    ? " Data in " + their + " emptyDir volumes is lost."
                    : " Data in memory or in " + their + " own " + layers + " is lost.";
            change.change("spec.replicas")
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            STOPPED,
                            field,
                            "The service stops: " + pods + " deleted and not replaced." + lost,
                            ""));
        }
    }

    private static void daemonSet(Transition change, FieldChange field, Outcome outcome) {
        JsonNode strategy = change.now("spec", "updateStrategy");
        if (strategy.path("type").asText().equals("OnDelete")) {
            outcome.add(
                    Effect.IN_PLACE,
                    DAEMONSET_ON_DELETE,
                    field,
                    "updateStrategy is OnDelete: nothing happens until someone deletes a pod.",
                    "Delete the pods node by node.");
        } else {
            outcome.add(
                    Effect.RESTART,
                    DAEMONSET,
                    field,
                    "The pod of every node is replaced, at most "
                            + strategy.path("rollingUpdate")
                                    .path("maxUnavailable")
                                    .asText("1") + " at a time.",
                    "");
        }
    }

    private static boolean claims(PodTemplate pods) {
        for (JsonNode volume : pods.spec().path("volumes")) {
            if (volume.path("persistentVolumeClaim").isObject()) {
                return true;
            }
        }
        return false;
    }

    private static int share(JsonNode value, int replicas, boolean up) {
        if (value.isNumber()) {
            return value.asInt();
        }
        String text = value.asText("25%");
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : "25";
        double part = replicas * Double.parseDouble(digits) / 100;
        return (int) (up ? Math.ceil(part) : Math.floor(part));
    }
}
