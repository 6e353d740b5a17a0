package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that is written as one string, with its arguments. */
final class CommandOneString extends ContainerRule {

    CommandOneString() {
        super(
                Level.ERROR,
                new Rule("command-one-string", "ExecInContainer", "pkg/kubelet/kuberuntime/kuberuntime_container.go"),
                "No shell splits it, so the container runtime looks for a program with this whole name and finds"
                        + " none.",
                "Write each word as an item of its own, or start a shell: sh, -c and the string.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        Container container = place.container();
        check(workload, place, ".command", container.getCommand(), report);
        check(workload, place, ".livenessProbe", container.getLivenessProbe(), report);
        check(workload, place, ".readinessProbe", container.getReadinessProbe(), report);
        check(workload, place, ".startupProbe", container.getStartupProbe(), report);
        Lifecycle lifecycle = container.getLifecycle();
        if (lifecycle != null) {
            check(workload, place, ".lifecycle.postStart", lifecycle.getPostStart(), report);
            check(workload, place, ".lifecycle.preStop", lifecycle.getPreStop(), report);
        }
    }

    private void check(
            PodOwner workload, TemplatedPod.Place place, String field, @Nullable Probe probe, LintReport report) {
        if (probe != null) {
            check(workload, place, field, probe.getExec(), report);
        }
    }

    private void check(
            PodOwner workload,
            TemplatedPod.Place place,
            String field,
            @Nullable LifecycleHandler handler,
            LintReport report) {
        if (handler != null) {
            check(workload, place, field, handler.getExec(), report);
        }
    }

    private void check(
            PodOwner workload, TemplatedPod.Place place, String field, @Nullable ExecAction exec, LintReport report) {
        if (exec != null) {
            check(workload, place, field + ".exec.command", exec.getCommand(), report);
        }
    }

    private void check(
            PodOwner workload,
            TemplatedPod.Place place,
            String field,
            @Nullable List<String> command,
            LintReport report) {
        String program = command == null || command.isEmpty() ? null : command.get(0);
        if (program != null && hasSpace(program) && isSeveralWords(program)) {
            report.invalid(
                    this, workload.object(), place.path() + field + "[0]", "The program is \"" + program + "\".");
        }
    }

    private static boolean hasSpace(String program) {
        for (int i = 0; i < program.length(); i++) {
            if (Character.isWhitespace(program.charAt(i))) {
                return true;
            }
        }
        return false;
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
