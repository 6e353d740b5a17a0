package dev.berth.scheduling;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.NameFormat;
import dev.berth.workload.RuntimeClassSource;
import dev.berth.workload.Toleration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.node.v1.Overhead;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClassBuilder;
import io.fabric8.kubernetes.api.model.node.v1.Scheduling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A container runtime of nodes, such as gVisor or Kata Containers.
 *
 * <pre>{@code
 * private final RuntimeClass kata = RuntimeClass.named("kata")
 *         .handler("kata-qemu")
 *         .overheadCpu(millicores(250))
 *         .overheadMemory(mebi(160))
 *         .putNodeSelector("example.com/kata", "true")
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/node/validation/validation.go}, {@code
 * ValidateRuntimeClass}.
 */
@Value.Immutable
@Dsl
public abstract class RuntimeClass extends NamedManifest implements RuntimeClassSource, ExtensibleRuntimeClass {

    RuntimeClass() {}

    /**
     * Returns a builder for a RuntimeClass.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public static RuntimeClassBuildStages.HandlerBuildStage named(String name) {
        return RuntimeClassBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("RuntimeClass: metadata.name", name));
    }

    /** A RuntimeClass that already exists in the cluster. */
    public static RuntimeClassSource existing(String name) {
        return new ExistingRuntimeClass(name);
    }

    /** The name of the runtime in the configuration of the nodes. It is immutable. */
    public abstract String handler();

    /** The processor time that the runtime itself uses for each pod. Defaults to none. */
    public abstract Optional<Cpu> overheadCpu();

    /** The memory that the runtime itself uses for each pod. Defaults to none. */
    public abstract Optional<Bytes> overheadMemory();

    /** The labels of the nodes that have the runtime. Defaults to all nodes. */
    public abstract Map<String, String> nodeSelector();

    /** The taints of those nodes, which the pods tolerate. Optional. */
    public abstract List<Toleration> tolerations();

    /** Changes the fabric8 model of the RuntimeClass, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<RuntimeClassBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("RuntimeClass");
        String what = "RuntimeClass \"" + name() + "\": ";
        NameFormat.DNS_LABEL.require(what + "handler", handler());
        NameFormat.requireLabels(what + "scheduling.nodeSelector", nodeSelector());
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        RuntimeClassBuilder model = new RuntimeClassBuilder()
                .withMetadata(metadata())
                .withHandler(handler())
                .withOverhead(overhead())
                .withScheduling(scheduling());
        return customize().orElse(UnaryOperator.identity()).apply(model).build();
    }

    private @Nullable Overhead overhead() {
        Map<String, Quantity> podFixed = new LinkedHashMap<>();
        overheadCpu().ifPresent(cpu -> podFixed.put("cpu", new Quantity(cpu.toString())));
        overheadMemory().ifPresent(memory -> podFixed.put("memory", new Quantity(memory.toString())));
        return podFixed.isEmpty() ? null : new Overhead(podFixed);
    }

    private @Nullable Scheduling scheduling() {
        return nodeSelector().isEmpty() && tolerations().isEmpty()
                ? null
                : new Scheduling(
                        nodeSelector().isEmpty() ? null : nodeSelector(),
                        tolerations().stream().map(Toleration::toModel).toList());
    }
}
