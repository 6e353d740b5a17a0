package dev.berth.review.runbook;

import dev.berth.finding.Finding;
import dev.berth.review.effect.SetClaims;
import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;

/** Brings a PostgreSQL database to a new major version over a dump. */
final class DumpAndRestore {
    private DumpAndRestore() {}

    static Runbook of(Transition change, Finding finding) {
        Kubectl kubectl = new Kubectl(change.id().namespace());
        SetClaims set = new SetClaims(change.before().orElseThrow());
        int open = finding.field().lastIndexOf('[');
        String container = finding.field().substring(open + 1, finding.field().indexOf(']', open));
        List<String> dump = new ArrayList<>();
        List<String> restore = new ArrayList<>();
        for (int ordinal : set.ordinals()) {
            String pod = set.pod(ordinal);
            String file = Kubectl.quote(pod + ".sql");
            dump.add(kubectl.run("exec " + Kubectl.quote(pod) + " --container " + Kubectl.quote(container))
                    + " -- sh -c \"pg_dumpall --clean --if-exists --username \\\"\\${POSTGRES_USER:-postgres}\\\"\" > "
                    + file);
            dump.add("tail -n 5 " + file + " | grep --quiet 'cluster dump complete'");
            restore.add(kubectl.run("exec --stdin " + Kubectl.quote(pod) + " --container " + Kubectl.quote(container))
                    + " -- sh -c \"psql --username \\\"\\${POSTGRES_USER:-postgres}\\\" --dbname postgres\" < " + file);
        }
        return new Runbook(
                change.id(),
                "Bring the database to the new major version",
                List.of(
                        Step.read("Stop what writes to the database: what comes after the dump is not in it."),
                        Step.run(
                                "Dump every server with the old version; the last line tells that the dump is whole.",
                                dump),
                        Step.read(
                                "Keep the old data: give the claim template another name in the declaration, so that the"
                                        + " new version starts on empty volumes and the old claims stay as a way back."),
                        StopPods.of(change.before().orElseThrow()),
                        StopPods.andStart(change.object(), "Make the StatefulSet anew with the new image."),
                        Step.run("Read every dump into its new server.", restore)));
    }
}
