package dev.berth.review.runbook;

import dev.berth.finding.Finding;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;

/** Migrates a PostgreSQL database to a new major version with a dump. */
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
                "Migrate the database to the new major version",
                List.of(
                        Step.read("Stop everything that writes to the database: later changes are not in the dump."),
                        Step.run(
                                "Dump every server with the old version; the last line shows that the dump is"
                                        + " complete.",
                                dump),
                        Step.read("Keep the old data: rename the claim template in the declaration, so that the new"
                                + " version starts on empty volumes and the old claims stay as a way back."),
                        StopPods.of(change.before().orElseThrow()),
                        StopPods.andStart(change.object(), "Recreate the StatefulSet with the new image."),
                        Step.run("Load every dump into its new server.", restore)));
    }
}
