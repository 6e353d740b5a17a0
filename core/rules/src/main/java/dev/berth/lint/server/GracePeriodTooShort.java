package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A grace period that is shorter than the preStop hook, or than the server needs to stop. */
public final class GracePeriodTooShort extends SetRule {

    private static final long DEFAULT_GRACE = 30;

    public GracePeriodTooShort() {
        super(
                Level.WARNING,
                new Rule("grace-period-too-short", "killContainer", "pkg/kubelet/kuberuntime/kuberuntime_container.go"),
                "When the grace period ends, the kubelet kills the container, and the server has to recover at its next"
                        + " start.",
                "Set a longer terminationGracePeriodSeconds.");
    }

    private record Need(long seconds, String why) {}

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            Long written = workload.pod().spec().getTerminationGracePeriodSeconds();
            long grace = written == null ? DEFAULT_GRACE : written;
            Optional<Need> need = Optional.empty();
            for (TemplatedPod.Place place : workload.containers()) {
                Optional<Need> one = need(set, workload, place);
                if (one.isPresent()
                        && need.filter(known -> known.seconds() >= one.get().seconds())
                                .isEmpty()) {
                    need = one;
                }
            }
            // A grace period of zero has a rule of its own.
            if (grace > 0 && need.isPresent() && need.get().seconds() > grace) {
                report.invalid(
                        this,
                        workload.object(),
                        workload.pod().specPath() + ".terminationGracePeriodSeconds",
                        "The grace period is " + grace + " seconds" + (written == null ? " by default" : "") + ", but "
                                + need.get().why() + ".",
                        "Set terminationGracePeriodSeconds to more than "
                                + need.get().seconds() + ".");
            }
        }
    }

    /** The preStop hook and the stop of the server share the grace period. */
    private static Optional<Need> need(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        long hook = preStop(place.container());
        Optional<Server> server = Server.of(set, workload, place)
                .filter(one -> place.keepsRunning() && one.runsServer() && hasClaim(one));
        long stop = server.map(one -> one.image().product().stopSeconds()).orElse(0L);
        String name = "\"" + place.container().getName() + "\"";
        if (hook > stop) {
            return Optional.of(new Need(hook, "the preStop hook of container " + name + " may take " + hook));
        }
        return stop == 0
                ? Optional.empty()
                : Optional.of(new Need(
                        stop,
                        server.get().label() + " in container " + name + " may take " + stop
                                + " or more to stop cleanly"));
    }

    private static boolean hasClaim(Server server) {
        return MountedVolume.all(server.workload(), server.place()).stream()
                .anyMatch(mount -> mount.isClaim() && !mount.isReadOnly());
    }

    private static long preStop(Container container) {
        LifecycleHandler hook = container.getLifecycle() == null
                ? null
                : container.getLifecycle().getPreStop();
        if (hook != null && hook.getSleep() != null && hook.getSleep().getSeconds() != null) {
            return hook.getSleep().getSeconds();
        }
        List<String> command =
                hook == null || hook.getExec() == null ? null : hook.getExec().getCommand();
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
