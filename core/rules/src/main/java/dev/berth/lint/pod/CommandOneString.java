package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that is written as one string, with its arguments. */
final class CommandOneString extends SetRule {

    CommandOneString() {
        super(
                Level.ERROR,
                new Rule("command-one-string", "ExecInContainer", "pkg/kubelet/kuberuntime/kuberuntime_container.go"),
                "No shell splits it, so the container runtime looks for a program with this whole name and finds"
                        + " none.",
                "Write each word as an item of its own, or start a shell: sh, -c and the string.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.containers()) {
                Container container = place.container();
                check(workload, place.path() + ".command", container.getCommand(), report);
                check(workload, place.path() + ".livenessProbe", container.getLivenessProbe(), report);
                check(workload, place.path() + ".readinessProbe", container.getReadinessProbe(), report);
                check(workload, place.path() + ".startupProbe", container.getStartupProbe(), report);
                if (container.getLifecycle() != null) {
                    String path = place.path() + ".lifecycle";
                    check(
                            workload,
                            path + ".postStart",
                            container.getLifecycle().getPostStart(),
                            report);
                    check(workload, path + ".preStop", container.getLifecycle().getPreStop(), report);
                }
            }
        }
    }

    private void check(PodOwner workload, String path, @Nullable Probe probe, LintReport report) {
        check(workload, path, probe == null ? null : probe.getExec(), report);
    }

    private void check(PodOwner workload, String path, @Nullable LifecycleHandler handler, LintReport report) {
        check(workload, path, handler == null ? null : handler.getExec(), report);
    }

    private void check(PodOwner workload, String path, @Nullable ExecAction exec, LintReport report) {
        check(workload, path + ".exec.command", exec == null ? null : exec.getCommand(), report);
    }

    private void check(PodOwner workload, String path, @Nullable List<String> command, LintReport report) {
        String program = command == null || command.isEmpty() ? null : command.get(0);
        if (program != null && isSeveralWords(program)) {
            report.invalid(this, workload.object(), path + "[0]", "The program is \"" + program + "\".");
        }
    }

    /** The path of a program may contain a space, as in {@code C:\\Program Files}; its arguments do not look like one. */
    private static boolean isSeveralWords(String program) {
        String[] words = program.strip().split("\\s+", 2);
        return words.length == 2
                && !words[0].contains("\\")
                && (words[1].startsWith("-")
                        || !words[1].contains("/")
                        || words[0].matches("[\\w.-]+|(?:/[\\w.-]+)+/\\w*sh"));
    }
}
