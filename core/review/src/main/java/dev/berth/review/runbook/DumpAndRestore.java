package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.review.effect.DatabaseMajorVersion;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        List<String> dump = new ArrayList<>();
        List<String> restore = new ArrayList<>();
        Set<Integer> staying = new SetClaims(change.object()).ordinals();
        for (int ordinal : set.ordinals()) {
            String words = Kubectl.quote(set.pod(ordinal)) + " " + Kubectl.quote(RunningImage.container(finding))
                    + " \"$dumps\"";
            dump.addAll(Block.when(hasData(ordinal), List.of(kubectl.call("dump " + words))));
            if (staying.contains(ordinal)) {
                restore.add(kubectl.call("load " + words));
            }
        }
        String dumps = "dumps=${DUMPS:-$HOME/dumps-of-" + before.id().name() + "}";
        List<Step> steps = new ArrayList<>();
        steps.add(Step.read(
                Phase.FIRST, "Stop everything that writes to the database: later changes are not in the dump."));
        List<String> dumping = new ArrayList<>();
        dumping.add(dumps);
        dumping.addAll(Block.unless(started, dump));
        steps.add(Step.run(
                Phase.PREPARE,
                "Dump every server with the old version, to a directory outside the repository; the last line of a dump"
                        + " shows that it is complete.",
                dumping));
        steps.add(StopPods.unless(started, before));
        steps.addAll(setAside(started));
        steps.addAll(
                Started.applied(change.object(), "Recreate the StatefulSet with the new image, on empty volumes."));
        List<String> loading = new ArrayList<>();
        loading.add(dumps);
        loading.addAll(restore);
        steps.add(Step.run(
                Phase.FINISH,
                "Load every dump into its new server. Two errors per server are expected: the user that connects cannot be"
                        + " dropped, and exists. Any other error stops the runbook.",
                loading));
        steps.add(Step.read(
                Phase.AFTERWARDS,
                "The old data stays on the old claims, which is the way back to the old image. Delete them and the dumps"
                        + " once they are no longer needed."));
        return steps;
    }

    /** Without claims, a server that does not run has no data. */
    private String hasData(int ordinal) {
        return String.join(
                " || ",
                set.of(one -> one == ordinal).stream()
                        .map(claim -> ClaimExists.condition(change.id().namespace(), claim))
                        .toList());
    }

    /** The new version starts on empty volumes: the old ones move to claims that it does not look for. */
    private List<Step> setAside(String started) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode template : change.old("spec", "volumeClaimTemplates")) {
            String name = template.path("metadata").path("name").asText();
            if (new SetClaims(change.object()).templates().contains(name)) {
                for (String claim : set.of(name)) {
                    RebindClaims.Pair pair = new RebindClaims.Pair(claim, claim + "-before");
                    steps.add(Step.run(
                            Phase.MOVE,
                            "Move the old volume of " + claim + " to " + pair.to() + ".",
                            Block.unless(
                                    started,
                                    RebindClaims.lines(
                                            change.id().namespace(),
                                            change.id().namespace(),
                                            pair,
                                            ClaimModel.ofCopy(template)))));
                }
            }
        }
        return steps;
    }
}
