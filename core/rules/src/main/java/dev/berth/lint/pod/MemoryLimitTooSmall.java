package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;

/** A memory limit in which no process can start, such as {@code 512} (bytes) or {@code 128m} (thousandths of a byte). */
public final class MemoryLimitTooSmall extends ContainerRule {

    /** The container runtime itself needs some memory to start a process; 1Mi is known to fail. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(2L << 20);

    public MemoryLimitTooSmall() {
        super(
                Level.ERROR,
                new Rule("memory-limit-too-small", "calculateLinuxResources", "pkg/kubelet/kuberuntime"),
                "The kernel ends the container before it starts, so the pod never runs.",
                "Write the unit: 512Mi is 512 mebibytes, 512M is 512 megabytes, and 512m is half a byte.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        var resources = place.container().getResources();
        Map<String, Quantity> limits = resources == null ? null : resources.getLimits();
        Quantity memory = limits == null ? null : limits.get("memory");
        if (memory != null && isTooSmall(memory.toString())) {
            report.invalid(
                    this,
                    workload.object(),
                    place.path() + ".resources.limits[memory]",
                    "The limit of container \"" + place.container().getName() + "\" is " + memory + ".");
        }
    }

    /** Returns whether the kernel ends a container with this limit; a limit of zero means that there is none. */
    public static boolean isTooSmall(String memory) {
        try {
            BigDecimal amount = dev.berth.value.Quantity.of(memory).amount();
            return amount.signum() > 0 && amount.compareTo(LEAST) < 0;
        } catch (InvalidValueException refusedByTheServer) {
            return false;
        }
    }
}
