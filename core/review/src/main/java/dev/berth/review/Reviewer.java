package dev.berth.review;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import dev.berth.review.effect.EffectRules;
import dev.berth.review.model.Link;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PartialApply;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import dev.berth.review.runbook.Plan;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Runbooks;
import dev.berth.review.state.Conflicts;
import dev.berth.review.state.Drift;
import dev.berth.review.state.ManualChanges;
import dev.berth.review.state.RealClaims;
import dev.berth.review.state.ReplicasOfAutoscaler;
import dev.berth.review.state.WorkloadState;
import dev.berth.rules.decode.ManifestDocument;
import dev.berth.rules.update.ServerSideApply;
import dev.berth.rules.update.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reviews one tree against another, object by object, in one pass. */
public final class Reviewer {
    private static final Rule CREATED =
            new Rule("created", "Store.Create", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final Rule DELETED =
            new Rule("deleted", "Store.Delete", "staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go");
    private static final Rule REMAINS =
            new Rule("remains", "pruner.pruneAll", "staging/src/k8s.io/kubectl/pkg/cmd/apply/prune.go");

    private final Trees trees;
    private final Map<Transition, Outcome> refused;
    private final CustomRefusals custom;
    private final Unread unread;
    private final RealClaims claims;
    private final ApplyOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Runbook> runbooks = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private Reviewer(
            Trees trees, Map<Transition, Outcome> refused, CustomRefusals custom, Unread unread, ApplyOptions options) {
        this.trees = trees;
        this.refused = refused;
        this.custom = custom;
        this.unread = unread;
        this.claims = new RealClaims(trees.before());
        this.options = options;
    }

    /** Returns what a cluster of the default version with {@code before} does when {@code after} is applied with pruning. */
    public static Review review(ObjectTree before, ObjectTree after) {
        return review(before, after, KubernetesVersion.recorded());
    }

    /** Returns what a cluster of this version with {@code before} does when {@code after} is applied with pruning. */
    public static Review review(ObjectTree before, ObjectTree after, KubernetesVersion version) {
        return review(before, after, version, ApplyOptions.DEFAULT);
    }

    /** Returns what a cluster of this version with {@code before} does when {@code after} is applied in this way. */
    public static Review review(ObjectTree before, ObjectTree stated, KubernetesVersion version, ApplyOptions options) {
        ObjectTree manifests = LiveTree.placed(before, stated.manifests(), options);
        ObjectTree after = LiveTree.applied(before, manifests, options);
        List<Transition> transitions = new ArrayList<>();
        Unread unread = Unread.of(before);
        for (TreeObject now : after.objects()) {
            if (!unread.contains(now)) {
                transitions.add(transition(before, now, after));
            }
        }
        Removals removals = Removals.of(before, after, options);
        removals.deleted().forEach(old -> transitions.add(Transition.deleted(old)));
        transitions.removeIf(change -> change.isUpdate() && change.changes().isEmpty());
        CustomRefusals custom = CustomRefusals.of(before, after);
        Refusals refusals = new Refusals(surroundings(List.of(before, after), version), custom);
        Map<Transition, Outcome> refused = new HashMap<>();
        for (Transition change : transitions) {
            Outcome outcome = new Outcome(change.object());
            refusals.check(change, outcome);
            if (!outcome.list().isEmpty()) {
                refused.put(change, outcome);
            }
        }
        Trees trees = new Trees(PartialApply.of(before, after, refused.keySet(), removals.staying()), version);
        Reviewer reviewer = new Reviewer(trees, refused, custom, unread, options);
        transitions.forEach(reviewer::add);
        removals.remaining().forEach(reviewer::remains);
        reviewer.state(manifests);
        return new Review(
                reviewer.findings,
                Plan.of(reviewer.runbooks),
                reviewer.links,
                after.leftOutSince(before),
                Stream.concat(unread.notes(after).stream(), removals.notes().stream())
                        .toList());
    }

    private static Transition transition(ObjectTree before, TreeObject now, ObjectTree after) {
        Optional<TreeObject> old = before.counterpart(now, after);
        return old.isPresent() ? update(DefaultClass.filledIn(old.get(), now, before), now) : Transition.created(now);
    }

    private static Transition update(TreeObject old, TreeObject now) {
        if (old.body().equals(now.body())) {
            return Transition.updated(old, old);
        }
        if (old.live().isPresent()) {
            return Transition.updated(old, now);
        }
        // The fields of a custom resource that the server fills in are those of its definition.
        boolean custom = ManifestDocument.isCustom(now.body().path("apiVersion").asText(), now.kind());
        return custom
                ? Transition.updated(old, now)
                : Transition.updated(old, now.withBody(ServerSideApply.over(old.body(), old.effective(), now.body())));
    }

    private void add(Transition change) {
        Outcome outcome = refused.getOrDefault(change, new Outcome(change.object()));
        EffectRules.review(change, trees, outcome);
        if (change.isCreation()) {
            created(change, outcome);
        } else if (change.isDeletion()
                && outcome.list().isEmpty()
                && trees.newName(change.object()).isEmpty()) {
            outcome.add(
                    Effect.DELETED,
                    DELETED,
                    "The object was removed from the tree. It is deleted if the tree is applied with pruning, and"
                            + " stays in the cluster otherwise.",
                    "");
        }
        Outcome drift = new Outcome(change.object());
        ReplicasOfAutoscaler.add(change, trees.before(), drift);
        Drift.add(change, options.fieldManager(), drift);
        PlainChanges.add(change, outcome, drift);
        custom.warn(change, outcome);
        outcome.list().forEach(finding -> findings.add(claims.named(change, finding)));
        findings.addAll(drift.list());
        runbooks.addAll(Runbooks.of(change, outcome.list(), trees));
        links.addAll(Link.of(change, trees));
    }

    /** Adds what the cluster states about the objects of the tree, whether they change or not. */
    private void state(ObjectTree stated) {
        for (TreeObject now : stated.objects()) {
            Optional<TreeObject> old = trees.before().counterpart(now, stated);
            Optional<TreeObject> applied = trees.after().counterpart(now, stated);
            if (old.isPresent() && applied.isPresent() && old.get().live().isPresent()) {
                Outcome state = new Outcome(now);
                WorkloadState.add(old.get(), applied.get(), trees.before(), state);
                ManualChanges.add(old.get(), now.body(), state);
                findings.addAll(state.list());
                boolean serverSide = old.get().live().get().isAppliedServerSide(options.fieldManager());
                if (options.serverSide().orElse(serverSide)) {
                    Outcome conflicts = new Outcome(now);
                    Conflicts.add(old.get(), now.body(), options.fieldManager(), conflicts);
                    findings.addAll(conflicts.list());
                }
            }
        }
    }

    private void remains(TreeObject object) {
        Outcome outcome = new Outcome(object);
        String successor = trees.successor(object)
                .map(next -> " " + next.id() + " looks like its new name: it starts without the data of this one.")
                .orElse("");
        outcome.add(
                Effect.IN_PLACE,
                REMAINS,
                "The tree does not contain the object, and nothing deletes it without pruning: it stays in the cluster"
                        + " as it is." + successor,
                "Delete it once it is no longer needed, or apply the tree with pruning.");
        findings.addAll(outcome.list());
    }

    /** A new object that replaces another one is one change, except if something happens to the old one. */
    private void created(Transition change, Outcome outcome) {
        Optional<TreeObject> old = trees.oldName(change.object());
        if (old.isPresent()) {
            Outcome gone = new Outcome(old.get());
            EffectRules.review(Transition.deleted(old.get()), trees, gone);
            if (gone.list().isEmpty()) {
                Renamed.add(old.get(), change.object(), outcome);
                return;
            }
        }
        outcome.add(
                Effect.CREATED,
                CREATED,
                unread.isUnknownKind(change.object())
                        ? "The object is new, or it was not read: what was read of the cluster contains no object of"
                                + " this kind."
                        : "The object is new.",
                "");
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
