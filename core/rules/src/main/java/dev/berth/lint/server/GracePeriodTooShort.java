package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A grace period that is shorter than the preStop hook, or than the server needs to stop. */
public final class GracePeriodTooShort extends WorkloadRule {

    private static final long DEFAULT_GRACE = 30;

    public GracePeriodTooShort() {
        super(
                Level.WARNING,
                new Rule("grace-period-too-short", "killContainer", "pkg/kubelet/kuberuntime/kuberuntime_container.go"),
                "When the grace period ends, the kubelet kills the container, and the server has to recover at its next"
                        + " start.",
                "Set a longer terminationGracePeriodSeconds.");
    }

    private record Need(long seconds, String why) {

        static final Need NONE = new Need(0, "");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        Long written = workload.pod().spec().getTerminationGracePeriodSeconds();
        long grace = written == null ? DEFAULT_GRACE : written;
        Need need = Need.NONE;
        for (TemplatedPod.Place place : workload.containers()) {
            Need one = need(set, workload, place);
            if (one.seconds() > need.seconds()) {
                need = one;
            }
        }
        // A grace period of zero has a rule of its own.
        if (grace > 0 && need.seconds() > grace) {
            report.invalid(
                    this,
                    workload.object(),
                    workload.pod().specPath() + ".terminationGracePeriodSeconds",
                    "The grace period is " + grace + " seconds" + (written == null ? " by default" : "") + ", but "
                            + need.why() + ".",
                    "Set terminationGracePeriodSeconds to more than " + need.seconds() + ".");
        }
    }

    /** The preStop hook and the stop of the server share the grace period. */
    private static Need need(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        long hook = preStop(place.container());
        Optional<Server> server = Server.of(set, workload, place).filter(GracePeriodTooShort::hasToStopCleanly);
        long stop = server.isEmpty() ? 0 : server.get().image().product().stopSeconds();
        if (hook <= 0 && stop == 0) {
            return Need.NONE;
        }
        String name = "\"" + place.container().getName() + "\"";
        if (hook > stop) {
            return new Need(hook, "the preStop hook of container " + name + " may take " + hook);
        }
        return new Need(
                stop,
                server.get().label() + " in container " + name + " may take " + stop + " or more to stop cleanly");
    }

    private static boolean hasToStopCleanly(Server server) {
        return server.place().keepsRunning() && server.runsServer() && MountedVolume.hasWritableClaim(server);
    }

    private static long preStop(Container container) {
        LifecycleHandler hook = container.getLifecycle() == null
                ? null
                : container.getLifecycle().getPreStop();
        if (hook == null) {
            return 0;
        }
        if (hook.getSleep() != null && hook.getSleep().getSeconds() != null) {
            return hook.getSleep().getSeconds();
        }
        List<String> command = hook.getExec() == null ? null : hook.getExec().getCommand();
        if (command == null) {
            return 0;
        }
        String text = String.join(" ", command);
        long sleeps = 0;
        Matcher sleep = Waits.SLEEP.matcher(text);
        while (sleep.find()) {
            sleeps += seconds(sleep);
        }
        Matcher timeout = Waits.TIMEOUT.matcher(text);
        return sleeps + (timeout.find() ? seconds(timeout) : 0);
    }

    private static long seconds(Matcher matcher) {
        String digits = matcher.group(1);
        return digits.length() > 9 ? 0 : Long.parseLong(digits);
    }

    /** Compiled when a tree first needs it. */
    private static final class Waits {
        /** {@code sleep 60} in a script, and the timeouts of pg_ctl and of many other programs. */
        static final Pattern SLEEP = Pattern.compile("(?:^|[\\s;&|/(])sleep[\\s=]+([0-9]+)s?(?:$|[\\s;&|)])");

        static final Pattern TIMEOUT = Pattern.compile(
                "(?:^|\\s)(?:-t|--timeout|--wait-timeout|--drain-timeout)[\\s=]+([0-9]+)s?(?:$|[\\s;&|)])");
    }
}
