package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runbooks for a StatefulSet change that the server refuses: first the claims, then the set without its pods. */
final class SetRunbook {
    private final Transition change;
    private final Kubectl kubectl;
    private final SetClaims before;
    private final List<Step> prepare = new ArrayList<>();
    private final List<Step> stopped = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<Step> copies = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final Map<String, JsonNode> old;
    private final Map<String, JsonNode> now;
    private final Trees trees;
    private final ReplacedVolumes replaced;
    private boolean stops;

    private SetRunbook(Transition change, Trees trees) {
        this.change = change;
        this.trees = trees;
        this.replaced =
                ReplacedVolumes.of(change.before().orElseThrow(), change.after().orElseThrow(), trees);
        this.kubectl = new Kubectl(change.id().namespace());
        this.before = new SetClaims(change.before().orElseThrow());
        this.old = templates(change.old("spec", "volumeClaimTemplates"));
        this.now = templates(change.now("spec", "volumeClaimTemplates"));
    }

    /** Returns the runbook that keeps the claims, and after it the one that copies their data to other volumes. */
    static List<Runbook> of(Transition change, Trees trees) {
        SetRunbook book = new SetRunbook(change, trees);
        List<String> lost = book.lost();
        if (!lost.isEmpty()) {
            return List.of(new Runbook(
                    change.id(),
                    "No safe way",
                    List.of(Step.read("Recreating the StatefulSet makes this change, but its pods then do not find the"
                            + " data of " + String.join(" and ", lost)
                            + ". Keep the volume as it is, or move the data to where the pods find it first."))));
        }
        book.copy();
        book.templates();
        String title = book.titles.isEmpty()
                ? "Recreate the StatefulSet around its pods and claims"
                : String.join(" and ", book.titles) + ", and recreate the StatefulSet";
        List<Runbook> runbooks = new ArrayList<>();
        runbooks.add(new Runbook(change.id(), title, book.steps()));
        if (!book.copies.isEmpty()) {
            runbooks.add(new Runbook(
                    change.id(),
                    "Copy the data of " + String.join(" and ", book.copied) + " to new volumes",
                    book.copying()));
        }
        return runbooks;
    }

    private List<Step> steps() {
        String name = change.id().name();
        boolean relabelled = !change.within("spec.selector").isEmpty();
        List<Step> steps = new ArrayList<>(prepare);
        steps.add(Step.run(
                "Delete the StatefulSet, but keep its pods and claims.",
                kubectl.delete("statefulset", List.of(name), "--cascade=orphan")));
        if (stops || relabelled) {
            steps.add(Step.run(
                    relabelled && !stops
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

    private List<Step> copying() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.read("This is only needed if the existing volumes must match the template as well. Run it after"
                + " the first runbook, and take a backup before you start."));
        steps.add(StopPods.of(change.before().orElseThrow()));
        steps.addAll(copies);
        steps.add(StopPods.andStart(change.object(), "Apply the StatefulSet: it uses the new volumes."));
        return steps;
    }

    /** Returns the volumes whose data the pods of the recreated StatefulSet do not find. */
    private List<String> lost() {
        List<String> lost = new ArrayList<>(old.keySet().stream()
                .filter(name -> now.containsKey(name)
                        && TemplateChange.between(
                                        old.getOrDefault(name, MissingNode.getInstance()), template(name), trees)
                                == TemplateChange.OTHER_MODE)
                .toList());
        if (!isRename()) {
            lost.addAll(replaced.lost());
        }
        return lost;
    }

    private void copy() {
        for (ReplacedVolumes.Copy copy : isRename() ? List.<ReplacedVolumes.Copy>of() : replaced.copies()) {
            titles.add("Copy the data of " + copy.from() + " to " + copy.to());
            stopped.add(copy.step(change.id().namespace()));
            stops = true;
        }
    }

    private boolean isRename() {
        return gone().size() == 1 && added().size() == 1;
    }

    private List<String> gone() {
        return old.keySet().stream().filter(name -> !now.containsKey(name)).toList();
    }

    private List<String> added() {
        return now.keySet().stream().filter(name -> !old.containsKey(name)).toList();
    }

    private void templates() {
        for (Map.Entry<String, JsonNode> template : old.entrySet()) {
            if (now.containsKey(template.getKey())) {
                changed(template.getKey(), template.getValue(), template(template.getKey()));
            }
        }
        if (isRename()) {
            rename(gone().get(0), added().get(0));
            return;
        }
        // An adopted pod cannot get a volume that it does not have: the rollout would never finish.
        stops |= !added().isEmpty();
        List<String> left =
                gone().stream().flatMap(name -> before.of(name).stream()).toList();
        if (!left.isEmpty()) {
            prepare.add(Step.read(
                    "These claims stay with their data, and are still billed: " + String.join(", ", left) + "."));
        }
    }

    private void rename(String from, String to) {
        titles.add("Move the volumes of " + from + " to claims of " + to);
        List<RebindClaims.Pair> pairs = before.ordinals().stream()
                .map(ordinal -> new RebindClaims.Pair(from + "-" + before.pod(ordinal), to + "-" + before.pod(ordinal)))
                .toList();
        String namespace = change.id().namespace();
        stopped.addAll(
                RebindClaims.steps(namespace, namespace, pairs, template(to).path("spec")));
        stops = true;
    }

    private void changed(String name, JsonNode from, JsonNode to) {
        List<String> claims = before.of(name);
        TemplateChange difference = TemplateChange.between(from, to, trees);
        if (claims.isEmpty() || difference == TemplateChange.NONE) {
            return;
        }
        if (difference == TemplateChange.GROWS) {
            String size = to.path("spec")
                    .path("resources")
                    .path("requests")
                    .path("storage")
                    .asText();
            titles.add("Expand the claims of " + name + " to " + size);
            prepare.add(GrowClaims.check(kubectl, claims.get(0)));
            prepare.add(GrowClaims.grow(kubectl, claims, size));
            prepare.add(GrowClaims.await(kubectl, claims, size));
            return;
        }
        prepare.add(Step.read("The claims of " + name + " stay as they are, with their data. Only claims that the"
                + " StatefulSet creates later match the new template."));
        copied.add(name);
        for (String claim : claims) {
            copies.addAll(CopyAndSwitch.steps(change.id().namespace(), claim, to.path("spec")));
        }
    }

    private JsonNode template(String name) {
        return now.getOrDefault(name, MissingNode.getInstance());
    }

    private static Map<String, JsonNode> templates(JsonNode list) {
        Map<String, JsonNode> templates = new LinkedHashMap<>();
        for (JsonNode template : list) {
            templates.put(template.path("metadata").path("name").asText(), template);
        }
        return templates;
    }
}
