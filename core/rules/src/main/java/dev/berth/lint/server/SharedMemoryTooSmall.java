package dev.berth.lint.server;

import dev.berth.catalog.image.Product;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A large PostgreSQL server with the shared memory of a container, which has 64 MiB. */
public final class SharedMemoryTooSmall extends ServerRule {

    /** With less memory, work_mem is usually so small that parallel queries fit. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(4L << 30);

    public SharedMemoryTooSmall() {
        super(
                Level.WARNING,
                new Rule("shared-memory-too-small", "WithDefaultSpec", "pkg/oci/spec.go of containerd: shm has 65536k"),
                "Parallel queries keep their hash tables there, and fail with \"could not resize shared memory segment: No"
                        + " space left on device\".",
                "Mount an emptyDir with medium: Memory and a sizeLimit at /dev/shm.");
    }

    @Override
    void check(ObjectSet set, Server server, LintReport report) {
        Optional<String> memory = memory(server.container().getResources());
        if (memory.isPresent()
                && server.image().product() == Product.POSTGRESQL
                && server.runsServer()
                && server.words().stream().noneMatch(word -> word.contains("dynamic_shared_memory_type=mmap"))
                && MountedVolume.all(server.workload(), server.place()).stream()
                        .noneMatch(mount -> ContainerPaths.contains(mount.path(), "/dev/shm"))) {
            report.required(
                    this,
                    server.workload().object(),
                    server.place().path() + ".volumeMounts",
                    "PostgreSQL has " + memory.get() + " of memory, but /dev/shm has 64Mi.");
        }
    }

    private static Optional<String> memory(@Nullable ResourceRequirements resources) {
        return resources == null
                ? Optional.empty()
                : large(resources.getLimits()).or(() -> large(resources.getRequests()));
    }

    private static Optional<String> large(@Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> amounts) {
        var memory = amounts == null ? null : amounts.get("memory");
        try {
            return memory != null && Quantity.of(memory.toString()).amount().compareTo(LARGE) >= 0
                    ? Optional.of(memory.toString())
                    : Optional.empty();
        } catch (InvalidValueException refusedByTheServer) {
            return Optional.empty();
        }
    }
}
