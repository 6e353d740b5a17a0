package dev.berth.review;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import dev.berth.review.effect.EffectRules;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Link;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Runbooks;
import dev.berth.rules.update.ServerSideApply;
import dev.berth.rules.update.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews one tree against another, object by object, in one pass. */
public final class Reviewer {
    private static final Rule CREATED =
            new Rule("created", "Store.Create", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final Rule DELETED =
            new Rule("deleted", "Store.Delete", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final Rule IN_PLACE =
            new Rule("changed", "Store.Update", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");

    private final Trees trees;
    private final Refusals refusals;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Runbook> runbooks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private Reviewer(Trees trees, Refusals refusals) {
        this.trees = trees;
        this.refusals = refusals;
    }

    /** Returns what a cluster of the default version with {@code before} does when {@code after} is applied with pruning. */
    public static Review review(ObjectTree before, ObjectTree after) {
        return review(before, after, KubernetesVersion.recorded());
    }

    /** Returns what a cluster of this version with {@code before} does when {@code after} is applied with pruning. */
    public static Review review(ObjectTree before, ObjectTree after, KubernetesVersion version) {
        Refusals refusals = new Refusals(surroundings(List.of(before, after), version));
        Trees trees = new Trees(before, after, now -> refusals.any(transition(before, now, after)), version);
        Reviewer reviewer = new Reviewer(trees, refusals);
        for (TreeObject now : after.objects()) {
            reviewer.add(transition(before, now, after));
        }
        for (TreeObject old : before.objects()) {
            if (after.counterpart(old, before).isEmpty()) {
                reviewer.add(Transition.deleted(old));
            }
        }
        return new Review(reviewer.findings, reviewer.runbooks, reviewer.links, after.leftOutSince(before));
    }

    private static Transition transition(ObjectTree before, TreeObject now, ObjectTree after) {
        Optional<TreeObject> old = before.counterpart(now, after);
        return old.isPresent() ? update(old.get(), now) : Transition.created(now);
    }

    private static Transition update(TreeObject old, TreeObject now) {
        if (old.body().equals(now.body())) {
            return Transition.updated(old, old);
        }
        return Transition.updated(old, now.withBody(ServerSideApply.over(old.body(), old.effective(), now.body())));
    }

    private void add(Transition change) {
        if (change.isUpdate() && change.changes().isEmpty()) {
            return;
        }
        Outcome outcome = new Outcome(change.object());
        refusals.check(change, outcome);
        EffectRules.review(change, trees, outcome);
        if (change.isCreation()) {
            outcome.add(Effect.CREATED, CREATED, "The object is new.", "");
        } else if (change.isDeletion() && outcome.list().isEmpty()) {
            outcome.add(
                    Effect.DELETED,
                    DELETED,
                    "The object was removed from the tree. It is deleted if the tree is applied with pruning, and"
                            + " stays in the cluster otherwise.",
                    "");
        }
        for (FieldChange field : change.changes()) {
            if (!outcome.speaksOf(field)) {
                outcome.add(Effect.IN_PLACE, IN_PLACE, field, "The value changes; no pod is replaced.", "");
            }
        }
        findings.addAll(outcome.list());
        runbooks.addAll(Runbooks.of(change, outcome.list(), trees));
        links.addAll(Link.of(change, trees));
    }

    private static Surroundings surroundings(List<ObjectTree> trees, KubernetesVersion version) {
        Map<String, Boolean> expansion = new HashMap<>();
        for (ObjectTree tree : trees) {
            for (TreeObject object : tree.objects()) {
                if (object.kind().equals("StorageClass")) {
                    expansion.put(
                            object.id().name(),
                            object.at("allowVolumeExpansion").asBoolean());
                }
            }
        }
        return new Surroundings(version, expansion, false, true);
    }
}
