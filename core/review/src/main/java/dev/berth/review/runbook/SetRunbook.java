package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.List;

/** The runbooks for a StatefulSet change that the server refuses: first the claims, then the set without its pods. */
final class SetRunbook {
    private final Transition change;
    private final TreeObject set;
    private final Trees trees;
    private final SetClaims before;
    private final TemplatePairs templates;
    private final ReplacedVolumes replaced;
    private final List<Step> steps = new ArrayList<>();
    private final List<Step> finish = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final List<Step> copies = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private boolean stops;

    private SetRunbook(Transition change, Trees trees) {
        this.change = change;
        this.trees = trees;
        this.set = change.object();
        this.before = new SetClaims(change.before().orElseThrow());
        this.templates = TemplatePairs.of(change);
        this.replaced = ReplacedVolumes.of(change.before().orElseThrow(), set, trees);
    }

    /** Returns the runbook that keeps the claims, and after it the one that copies their data to other volumes. */
    static List<Runbook> of(Transition change, Trees trees) {
        SetRunbook book = new SetRunbook(change, trees);
        List<String> lost = book.lost();
        if (!lost.isEmpty()) {
            return List.of(NoSafeWay.of(
                    change.id(),
                    "Recreating the StatefulSet makes this change, but its pods then do not find the data of "
                            + String.join(" and ", lost)
                            + ". Keep the volume as it is, or move the data to where the pods find it first."));
        }
        if (!book.templates.isRename()) {
            book.replaced.copies().forEach(book::copy);
        }
        book.templates();
        String title = book.titles.isEmpty()
                ? "Recreate the StatefulSet around its pods and claims"
                : String.join(" and ", book.titles) + ", and recreate the StatefulSet";
        List<Runbook> runbooks = new ArrayList<>();
        runbooks.add(Runbook.of(change.id(), title, book.recreated()));
        if (!book.copies.isEmpty()) {
            runbooks.add(new Runbook(
                    change.id(),
                    "Copy the data of " + String.join(" and ", book.copied) + " to new volumes",
                    true,
                    book.copying()));
        }
        return List.copyOf(runbooks);
    }

    private List<Step> recreated() {
        TreeObject old = change.before().orElseThrow();
        stops |= !change.within("spec.selector").isEmpty();
        List<Step> all = new ArrayList<>(steps);
        if (!stops) {
            all.add(Step.run(
                    Phase.STOP,
                    "Delete the StatefulSet, but keep its pods and claims.",
                    new Kubectl(old.id().namespace())
                            .delete("statefulset", List.of(old.id().name()), "--cascade=orphan")));
        } else if (copies()) {
            all.add(StopPods.unless(AppliedMounts.are(set), old));
        } else {
            all.add(StopPods.of(old));
        }
        all.addAll(Started.applied(
                set,
                stops
                        ? "Apply the new StatefulSet: it uses the claims that match."
                        : "Apply the new StatefulSet: it adopts the pods and uses the claims that match."));
        if (!change.within("spec.serviceName").isEmpty() && !stops) {
            all.add(Started.again(
                    set, "Restart the pods: each keeps its address under the old Service until it is recreated."));
        }
        all.addAll(finish);
        all.add(Step.read(
                Phase.AFTERWARDS,
                "The way back, if the new StatefulSet does not start: delete it with --cascade=orphan, and apply the old"
                        + " tree."));
        return all;
    }

    private List<Step> copying() {
        List<Step> all = new ArrayList<>();
        all.add(
                Step.read(
                        Phase.FIRST,
                        "This is only needed if the existing volumes must match the template as well, or if their class forbids"
                                + " expansion. Take a backup before you start, and run the other runbook first if it can run."));
        all.add(StopPods.of(change.before().orElseThrow()));
        all.addAll(copies);
        all.addAll(Started.applied(set, "Apply the StatefulSet: it uses the new volumes."));
        all.add(Step.read(
                Phase.AFTERWARDS,
                "The way back is the data on the old volumes, whose names were printed. They stay Retain, and are billed,"
                        + " until you delete them and their disks."));
        return all;
    }

    private boolean copies() {
        return !templates.isRename() && !replaced.copies().isEmpty();
    }

    /** Returns the volumes whose data the pods of the recreated StatefulSet do not find. */
    private List<String> lost() {
        List<String> lost = new ArrayList<>(templates.kept().stream()
                .filter(name -> difference(name) == TemplateChange.OTHER_MODE)
                .toList());
        if (!templates.isRename()) {
            lost.addAll(replaced.lost());
        }
        return lost;
    }

    private void copy(ReplacedVolumes.Copy copy) {
        titles.add("Copy the data of " + Ordinal.text(copy.from()) + " to " + Ordinal.text(copy.to()));
        steps.add(copy.step(AppliedMounts.are(set)));
        stops = true;
    }

    private void templates() {
        templates.kept().forEach(this::changed);
        if (templates.isRename()) {
            rename(templates.gone().get(0), templates.added().get(0));
            return;
        }
        // An adopted pod cannot get a volume that it does not have: the rollout would never finish.
        stops |= !templates.added().isEmpty();
        List<String> left = templates.gone().stream()
                .flatMap(name -> before.of(name, trees.before()).stream())
                .toList();
        if (!left.isEmpty()) {
            steps.add(Step.read(
                    Phase.AFTERWARDS,
                    "These claims stay with their data, and are still billed: " + String.join(", ", left) + "."));
        }
    }

    private void rename(String from, String to) {
        titles.add("Move the volumes of " + from + " to claims of " + to);
        String name = change.id().name();
        List<RebindClaims.Pair> pairs =
                List.of(new RebindClaims.Pair(Ordinal.claim(from, name), Ordinal.claim(to, name)));
        String namespace = change.id().namespace();
        steps.addAll(RebindClaims.steps(namespace, namespace, pairs, ClaimModel.ofTemplate(set, templates.after(to))));
        stops = true;
    }

    private void changed(String name) {
        String claim = Ordinal.claim(name, change.id().name());
        TemplateChange difference = difference(name);
        if (difference == TemplateChange.NONE) {
            return;
        }
        JsonNode spec = templates.after(name).path("spec");
        if (difference == TemplateChange.GROWS) {
            String size =
                    spec.path("resources").path("requests").path("storage").asText();
            titles.add("Expand the claims of " + name + " to " + size);
            steps.addAll(GrowClaims.steps(change.id().namespace(), claim, size));
            finish.add(GrowClaims.finish(set, claim, size));
        } else {
            steps.add(Step.read(
                    Phase.AFTERWARDS,
                    "The claims of " + name
                            + " stay as they are, with their data. Only claims that the StatefulSet creates"
                            + " later match the new template."));
        }
        boolean mayBeForbidden =
                difference != TemplateChange.GROWS || !TemplateChange.allowsGrowth(templates.before(name), trees);
        if (mayBeForbidden && WantedClaim.differs(templates.before(name).path("spec"), spec)) {
            copied.add(name);
            copies.addAll(CopyAndSwitch.steps(
                    change.id().namespace(), claim, ClaimModel.ofTemplate(set, templates.after(name))));
        }
    }

    private TemplateChange difference(String name) {
        return TemplateChange.between(templates.before(name), templates.after(name), trees);
    }
}
