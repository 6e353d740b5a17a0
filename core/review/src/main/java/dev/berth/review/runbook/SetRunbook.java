package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.review.effect.SetClaims;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.FieldDiff;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runbook for a StatefulSet change that the server refuses: first the claims, then the set without its pods. */
final class SetRunbook {
    private static final String SIZE = "spec.resources.requests[storage]";

    private final Transition change;
    private final Kubectl kubectl;
    private final SetClaims before;
    private final List<Step> prepare = new ArrayList<>();
    private final List<Step> stopped = new ArrayList<>();

    private final List<String> titles = new ArrayList<>();
    private final Trees trees;

    private SetRunbook(Transition change, Trees trees) {
        this.change = change;
        this.trees = trees;
        this.kubectl = new Kubectl(change.id().namespace());
        this.before = new SetClaims(change.before().orElseThrow());
    }

    static Runbook of(Transition change, Trees trees) {
        SetRunbook book = new SetRunbook(change, trees);
        book.claims();
        String title = book.titles.isEmpty()
                ? "Recreate the StatefulSet around its pods and claims"
                : String.join(" and ", book.titles) + ", and recreate the StatefulSet";
        return new Runbook(change.id(), title, book.steps());
    }

    private List<Step> steps() {
        String name = change.id().name();
        boolean relabelled = !change.within("spec.selector").isEmpty();
        List<Step> steps = new ArrayList<>(prepare);
        steps.add(Step.run(
                "Delete the StatefulSet, but keep its pods and claims.",
                kubectl.delete("statefulset", List.of(name), "--cascade=orphan")));
        if (!stopped.isEmpty() || relabelled) {
            steps.add(Step.run(
                    relabelled && stopped.isEmpty()
                            ? "The new selector does not match the old pods: stop them. The service is down from"
                                    + " here on."
                            : "Stop the pods, so that nothing writes anymore. The service is down from here on.",
                    kubectl.delete("pod", before.podsFromTheTop(), "--wait=true")));
            steps.addAll(stopped);
        }
        steps.add(Step.run(
                "Apply the new StatefulSet: it adopts the pods and uses the claims that match.",
                Kubectl.apply(change.object().path()),
                kubectl.rollout("statefulset", name)));
        if (!change.within("spec.serviceName").isEmpty()) {
            steps.add(Step.run(
                    "Restart the pods: each keeps its address under the old Service until it is recreated.",
                    kubectl.run("rollout restart statefulset/" + Kubectl.quote(name)),
                    kubectl.rollout("statefulset", name)));
        }
        return steps;
    }

    private void claims() {
        Map<String, JsonNode> old = templates(change.old("spec", "volumeClaimTemplates"));
        Map<String, JsonNode> now = templates(change.now("spec", "volumeClaimTemplates"));
        List<String> gone =
                old.keySet().stream().filter(name -> !now.containsKey(name)).toList();
        List<String> added =
                now.keySet().stream().filter(name -> !old.containsKey(name)).toList();
        for (Map.Entry<String, JsonNode> template : old.entrySet()) {
            String name = template.getKey();
            if (now.containsKey(name)) {
                changed(name, template.getValue(), now.getOrDefault(name, MissingNode.getInstance()));
            }
        }
        if (gone.size() == 1 && added.size() == 1) {
            titles.add("Move the volumes of " + gone.get(0) + " to claims of " + added.get(0));
            List<RebindClaims.Pair> pairs = before.ordinals().stream()
                    .map(ordinal -> new RebindClaims.Pair(
                            gone.get(0) + "-" + before.pod(ordinal), added.get(0) + "-" + before.pod(ordinal)))
                    .toList();
            String namespace = change.id().namespace();
            stopped.addAll(RebindClaims.steps(
                    namespace,
                    namespace,
                    pairs,
                    now.getOrDefault(added.get(0), MissingNode.getInstance()).path("spec")));
        } else if (!gone.isEmpty()) {
            List<String> left =
                    gone.stream().flatMap(name -> before.of(name).stream()).toList();
            stopped.add(Step.read(
                    "These claims stay with their data, and are still billed: " + String.join(", ", left) + "."));
        }
    }

    private void changed(String name, JsonNode old, JsonNode now) {
        List<FieldChange> fields = FieldDiff.between(old, now).stream()
                .filter(field -> field.isWithin("spec"))
                .toList();
        List<String> claims = before.of(name);
        if (fields.isEmpty() || claims.isEmpty()) {
            return;
        }
        if (fields.size() == 1 && fields.get(0).path().equals(SIZE) && grows(fields.get(0)) && mayGrow(old)) {
            String size = now.path("spec")
                    .path("resources")
                    .path("requests")
                    .path("storage")
                    .asText();
            titles.add("Expand the claims of " + name + " to " + size);
            prepare.add(GrowClaims.check(kubectl, claims.get(0)));
            prepare.add(GrowClaims.grow(kubectl, claims, size));
            prepare.add(GrowClaims.await(kubectl, claims, size));
        } else {
            titles.add("Copy the data of " + name + " to new volumes");
            prepare.add(Step.read(
                    "These volumes cannot be changed to match the template: the data must be copied to new ones."
                            + " Take a backup before you start."));
            for (String claim : claims) {
                stopped.addAll(CopyAndSwitch.steps(change.id().namespace(), claim, now.path("spec")));
            }
        }
    }

    /**
     * Returns whether the class of the claims allows expansion, as far as the trees show it; otherwise the runbook
     * checks the cluster.
     */
    private boolean mayGrow(JsonNode template) {
        return trees.storageClass(template.path("spec").path("storageClassName").asText())
                .map(found -> found.at("allowVolumeExpansion").asBoolean())
                .orElse(true);
    }

    private static boolean grows(FieldChange size) {
        try {
            return size.from() != null
                    && size.to() != null
                    && Quantity.of(size.to().asText())
                                    .compareTo(Quantity.of(size.from().asText()))
                            > 0;
        } catch (InvalidValueException refusedByItsOwnRule) {
            return false;
        }
    }

    private static Map<String, JsonNode> templates(JsonNode list) {
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        for (JsonNode template : list) {
            templates.put(template.path("metadata").path("name").asText(), template);
        }
        return templates;
    }
}
