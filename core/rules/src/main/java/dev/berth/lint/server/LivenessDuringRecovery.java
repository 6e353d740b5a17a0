package dev.berth.lint.server;

import dev.berth.catalog.image.ServerTrait;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.Probe;
import org.jspecify.annotations.Nullable;

/** A liveness probe without a startup probe, for a server with a claim that may take long to recover. */
public final class LivenessDuringRecovery extends ServerRule {

    /** A probe that waits this long is no danger: PostgreSQL, for example, writes a checkpoint every five minutes. */
    private static final int ENOUGH_SECONDS = 300;

    private static final int DEFAULT_PERIOD = 10;
    private static final int DEFAULT_FAILURES = 3;

    public LivenessDuringRecovery() {
        super(
                Level.WARNING,
                new Rule("liveness-during-recovery", "doProbe", "pkg/kubelet/prober/worker.go"),
                "After a crash, the server replays its log before it answers. If the probe kills it meanwhile, it starts"
                        + " again from the beginning, and may never finish.",
                "Add a startupProbe with the same check and a high failureThreshold.");
    }

    @Override
    void check(ObjectSet set, Server server, LintReport report) {
        Probe liveness = server.container().getLivenessProbe();
        if (liveness != null
                && server.container().getStartupProbe() == null
                && server.has(ServerTrait.RECOVERS_SLOWLY)
                && server.runsServer()
                && MountedVolume.hasWritableClaim(server)
                && patience(liveness) < ENOUGH_SECONDS) {
            report.invalid(
                    this,
                    server.workload().object(),
                    server.place().path() + ".livenessProbe",
                    "There is no startup probe, and the liveness probe kills " + server.label() + " after "
                            + patience(liveness) + " seconds without an answer.");
        }
    }

    private static int patience(Probe probe) {
        return or(probe.getInitialDelaySeconds(), 0)
                + or(probe.getPeriodSeconds(), DEFAULT_PERIOD) * or(probe.getFailureThreshold(), DEFAULT_FAILURES);
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
