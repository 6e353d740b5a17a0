package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.review.effect.DatabaseMajorVersion;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Migrates a PostgreSQL database to a new major version with a dump. */
final class DumpAndRestore {
    private final TreeObject before;
    private final Transition change;
    private final Finding finding;
    private final Kubectl kubectl;
    private final SetClaims set;

    private DumpAndRestore(Transition change, Finding finding) {
        this.change = change;
        this.finding = finding;
        this.before = change.before().orElseThrow();
        this.kubectl = new Kubectl(change.id().namespace());
        this.set = new SetClaims(before);
    }

    /** Returns whether this is the runbook for a finding: an init container has ended, so it cannot dump anything. */
    static boolean migrates(Finding finding) {
        return finding.rule().id().equals("database-major-version")
                && finding.object().kind().equals("StatefulSet")
                && !finding.field().contains(".initContainers[")
                && DatabaseMajorVersion.isOfPostgres(finding);
    }

    static Runbook of(Transition change, Finding finding) {
        return Runbook.of(
                change.id(),
                "Migrate the database to the new major version",
                new DumpAndRestore(change, finding).steps());
    }

    private List<Step> steps() {
        String started = RunningImage.is(finding, change.id());
        String pod = before.id().name() + "-" + Ordinal.ANY;
        String words = Kubectl.quote(pod) + " " + Kubectl.quote(RunningImage.container(finding)) + " \"$dumps\"";
        String dumps = "dumps=${DUMPS:-$HOME/dumps-of-" + before.id().name() + "}";
        List<Step> steps = new ArrayList<>();
        steps.add(Step.read(
                Phase.FIRST, "Stop everything that writes to the database: later changes are not in the dump."));
        List<String> dumping = new ArrayList<>();
        dumping.add(dumps);
        dumping.addAll(Block.unless(started, each(before, dump(pod, words))));
        steps.add(Step.run(
                Phase.PREPARE,
                "Dump every server with the old version, to a directory outside the repository; the last line of a dump"
                        + " shows that it is complete. A server of the tree that someone scaled down is started first.",
                dumping));
        steps.add(StopPods.unless(started, before));
        steps.addAll(setAside(started));
        steps.addAll(
                Started.applied(change.object(), "Recreate the StatefulSet with the new image, on empty volumes."));
        List<String> loading = new ArrayList<>();
        loading.add(dumps);
        loading.addAll(each(
                change.object(), Block.when(Ordinal.isOf(change.object()), List.of(kubectl.call("load " + words)))));
        steps.add(Step.run(
                Phase.FINISH,
                "Load every dump into its new server. Two errors per server are expected: the user that connects cannot be"
                        + " dropped, and exists. Any other error stops the runbook.",
                loading));
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "StatefulSet " + before.id().name() + " has the servers of the tree: "
                        + new SetClaims(change.object()).replicas()
                        + ". If there were more, or claims of more, their data stays on their old claims, and a dump of a"
                        + " server that ran is not loaded: load it into another server if its data is needed."));
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "The old data stays on the old claims, which is the way back to the old image. Delete them and the dumps"
                        + " once they are no longer needed."));
        return steps;
    }

    /** A server of the tree is started if someone has scaled it down; one that the tree does not have is dumped if it runs. */
    private List<String> dump(String pod, String words) {
        String dump = kubectl.call("dump " + words);
        List<String> lines = new ArrayList<>();
        String isOfTree = Ordinal.isOf(before);
        String raise = "raise " + Kubectl.quote(before.id().name()) + " \"$ordinal\" " + set.start();
        lines.addAll(Block.when(isOfTree, List.of(kubectl.call(raise))));
        lines.addAll(Block.when(isOfTree + " || " + kubectl.call("exists pod " + Kubectl.quote(pod)), List.of(dump)));
        return lines;
    }

    /** Without claim templates, there are no claims that tell which servers exist: those of the tree. */
    private static List<String> each(TreeObject set, List<String> lines) {
        SetClaims claims = new SetClaims(set);
        if (claims.templates().isEmpty()) {
            String ordinals = claims.ordinals().stream().map(String::valueOf).collect(Collectors.joining(" "));
            return Block.loop("for ordinal in " + ordinals, lines);
        }
        return Ordinal.each(
                claims.templates().stream()
                        .map(template -> Ordinal.pattern(
                                set.id().namespace(),
                                Ordinal.claim(template, set.id().name())))
                        .toList(),
                lines);
    }

    /** The new version starts on empty volumes: the old ones move to claims that it does not look for. */
    private List<Step> setAside(String started) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode template : change.old("spec", "volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText();
            if (new SetClaims(change.object()).templates().contains(name)) {
                String claim = Ordinal.claim(name, before.id().name());
                RebindClaims.Pair pair = new RebindClaims.Pair(claim, claim + "-before");
                steps.add(Step.run(
                        Phase.MOVE,
                        "Move the old volume of each claim " + Ordinal.text(claim) + " to " + Ordinal.text(pair.to())
                                + ".",
                        Block.unless(
                                started,
                                RebindClaims.lines(
                                        change.id().namespace(),
                                        change.id().namespace(),
                                        pair,
                                        ClaimModel.ofCopy(template)))));
            }
        }
        return steps;
    }
}
